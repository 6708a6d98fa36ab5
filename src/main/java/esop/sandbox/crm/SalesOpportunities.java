package esop.sandbox.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.TmfResource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The CRM's copy of ESOP's opportunities: it writes down each stage as it is told. */
@Component
class SalesOpportunities implements TmfResource {

    static final Kind KIND =
            new Kind(Crm.SYSTEM, "sales/v4", "salesOpportunity", "商机", "Opportunities", "CRM-OP-", "tmf699");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle(
                "status", "acknowledged", List.of(), "acknowledged", "rejected", "rejected", Set.of("won", "lost"));
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        record.put("creationDate", asked.at().toString());
        return record.path("status").asText(lifecycle().first());
    }
}
