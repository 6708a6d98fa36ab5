package esop.sandbox.crm;

import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What customers subscribe to; read here, changed by registrations. */
@Component
@Order(3)
class Products implements TmfResource {

    static final Kind KIND =
            new Kind(Crm.SYSTEM, Crm.INVENTORY, "product", "客户订购", "Products held by customers", "CRM-P-", null);

    static final String ACTIVE = "active";
    static final String TERMINATED = "terminated";

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.immediate("status", ACTIVE);
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of();
    }
}
