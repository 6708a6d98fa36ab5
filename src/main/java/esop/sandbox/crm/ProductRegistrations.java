package esop.sandbox.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.Manner;
import esop.sandbox.kernel.Merge;
import esop.sandbox.kernel.Records;
import esop.sandbox.kernel.Refusal;
import esop.sandbox.kernel.Stored;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a customer's order has made of its subscriptions: some begin, some change, some end, all or none. */
@Component
@Order(4)
class ProductRegistrations implements TmfResource {

    static final Kind KIND =
            new Kind(Crm.SYSTEM, Crm.INVENTORY, "registerProduct", "订购登记", "Registrations", "CRM-RP-", "tmf637");

    /** What a changed or ended product was before, kept for whoever takes the registration back. */
    static final String BEFORE = "productBefore";

    private final Products products;
    private final Records records;

    ProductRegistrations(Products products, Records records) {
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
    public String prepare(ObjectNode registration, Asked asked) {
        var before = registration.putArray(BEFORE);
        for (var product : registration.path("product")) {
            register((ObjectNode) product, registration.path("relatedParty"), before, asked);
        }
        return lifecycle().first();
    }

    private void register(ObjectNode product, JsonNode customer, ArrayNode before, Asked asked) {
        if (product.hasNonNull("id")) {
            change(product, customer, before, asked);
            return;
        }
        if (product.path("status").asText().equals(Products.TERMINATED)) {
            throw Refusal.unprocessable("product.id: a product nobody knows cannot be terminated");
        }
        var id = records.nextId(products);
        var body = product.put("id", id).deepCopy();
        body.put("href", asked.apiUrl() + "/product/" + id)
                .put("status", Products.ACTIVE)
                .put("startDate", asked.at().toString())
                .set("relatedParty", customer.deepCopy());
        records.insert(new Stored(
                Crm.SYSTEM.id(),
                products.name(),
                id,
                product.path("externalId").asText(null),
                Products.ACTIVE,
                Manner.NORMAL,
                body,
                asked.at(),
                asked.at()));
    }

    private void change(ObjectNode product, JsonNode customer, ArrayNode before, Asked asked) {
        var id = product.path("id").asText();
        var known = records.lock(Crm.SYSTEM.id(), products.name(), id)
                .filter(stored -> stored.body().at("/relatedParty/0/id").equals(customer.at("/0/id")))
                .orElseThrow(() -> Refusal.unprocessable("product.id: the customer has no product " + id));
        if (known.state().equals(Products.TERMINATED)) {
            throw Refusal.notPossible("product " + id + " is terminated");
        }
        before.add(known.body().deepCopy());
        var body = known.body().deepCopy();
        Merge.into(body, product);
        var state = product.path("status").asText(known.state());
        if (state.equals(Products.TERMINATED)) {
            body.put("terminationDate", asked.at().toString());
        }
        records.update(known.with(state, body));
    }
}
