package esop.sandbox.crm;

import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Enterprise customers, read only; ESOP keeps a projection of them. */
@Component
@Order(1)
class Customers implements TmfResource {

    static final Kind KIND =
            new Kind(Crm.SYSTEM, "customerManagement/v4", "customer", "集团客户", "Enterprise customers", "C", null);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.immediate("status", "validated");
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of();
    }
}
