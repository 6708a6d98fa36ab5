package esop.sandbox.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.TmfResource;
import org.springframework.stereotype.Component;

/** Agreements with customers, as ESOP signed them. */
@Component
class Agreements implements TmfResource {

    static final Kind KIND =
            new Kind(Crm.SYSTEM, "agreementManagement/v4", "agreement", "合同", "Agreements", "CRM-AG-", "tmf651");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.immediate("status", "inForce");
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        record.put("initialDate", asked.at().toString());
        return record.path("status").asText(lifecycle().first());
    }
}
