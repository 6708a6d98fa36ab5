package esop.sandbox.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.TmfResource;
import org.springframework.stereotype.Component;

/** What ESOP has offered to customers: the CRM writes down how each quote stands. */
@Component
class Quotes implements TmfResource {

    static final Kind KIND = new Kind(Crm.SYSTEM, "quoteManagement/v4", "quote", "报价", "Quotes", "CRM-QU-", "tmf648");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.immediate("state", "approved");
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        record.put("quoteDate", asked.at().toString());
        return record.path("state").asText(lifecycle().first());
    }
}
