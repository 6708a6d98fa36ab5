package esop.sandbox.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.Records;
import esop.sandbox.kernel.Refusal;
import esop.sandbox.kernel.Stored;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes a registration back: what it began ends, what it changed or ended is as it was. */
@Component
@Order(5)
class ProductRegistrationCancellations implements TmfResource {

    static final Kind KIND = new Kind(
            Crm.SYSTEM,
            Crm.INVENTORY,
            "cancelRegisterProduct",
            "撤销登记",
            "Registrations taken back",
            "CRM-CP-",
            "tmf637");

    private static final String TAKEN_BACK = "effectiveCancellationDate";

    private final ProductRegistrations registrations;
    private final Products products;
    private final Records records;

    ProductRegistrationCancellations(ProductRegistrations registrations, Products products, Records records) {
        this.registrations = registrations;
        this.products = products;
        this.records = records;
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.immediate("state", "done");
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.CREATE);
    }

    @Override
    public String prepare(ObjectNode task, Asked asked) {
        var id = task.path(registrations.name()).path("id").asText();
        var registration = records.lock(Crm.SYSTEM.id(), registrations.name(), id)
                .orElseThrow(
                        () -> Refusal.unprocessable("registerProduct.id: registration " + id + " is not known here"));
        if (registration.body().has(TAKEN_BACK)) {
            throw Refusal.notPossible("registration " + id + " was taken back already");
        }
        var before = registration.body().path(ProductRegistrations.BEFORE);
        for (var product : registration.body().path("product")) {
            var stored = product(product.path("id").asText());
            ObjectNode as = stored.body()
                    .deepCopy()
                    .put("status", Products.TERMINATED)
                    .put("terminationDate", asked.at().toString());
            for (var earlier : before) {
                as = earlier.path("id").asText().equals(stored.id()) ? earlier.deepCopy() : as;
            }
            records.update(stored.with(as.path("status").asText(), as));
        }
        var body = registration.body().deepCopy().put(TAKEN_BACK, asked.at().toString());
        records.update(registration.with(registration.state(), body));
        return lifecycle().first();
    }

    private Stored product(String id) {
        return records.lock(Crm.SYSTEM.id(), products.name(), id).orElseThrow();
    }
}
