package esop.sandbox.firstlevel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.EsopClient;
import esop.sandbox.kernel.Manner;
import esop.sandbox.kernel.Records;
import esop.sandbox.kernel.Refusal;
import esop.sandbox.kernel.Stored;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The first level has something opened in the province: it listens at ESOP's hub, then orders. */
@Component
class SendingDown {

    private static final String SYSTEM = FirstLevel.SYSTEM.id();
    static final String LISTENER = "/first-level/listener";

    private final EsopClient esop;
    private final SentDown orders;
    private final Records records;
    private final Environment environment;
    private final ObjectMapper json;

    SendingDown(EsopClient esop, SentDown orders, Records records, Environment environment, ObjectMapper json) {
        this.esop = esop;
        this.orders = orders;
        this.records = records;
        this.environment = environment;
        this.json = json;
    }

    /**
     * @param api {@code productOrdering} or {@code serviceOrdering}
     * @param customer as ESOP knows it
     */
    record Wish(
            @Nullable String api,
            @Nullable String customer,
            @Nullable String product,
            @Nullable String action,
            @Nullable Map<String, Object> characteristics) {}

    Stored send(Wish wish) {
        if (wish.customer() == null || wish.product() == null) {
            throw new Refusal(400, "invalidBody", "customer and product are needed");
        }
        var services = "serviceOrdering".equals(wish.api());
        var base = services ? "/tmf-api/serviceOrdering/v4" : "/tmf-api/productOrderingManagement/v4";
        listen(base);
        var number = records.nextId(orders);
        var answer = esop.post(
                SYSTEM,
                base + (services ? "/serviceOrder" : "/productOrder"),
                services ? service(wish, number) : product(wish, number));
        var body =
                ((ObjectNode) answer.deepCopy()).put("esopId", answer.path("id").asText());
        body.put("id", number);
        var state = body.path("state").asText("acknowledged");
        var now = Instant.now();
        var stored = new Stored(SYSTEM, orders.name(), number, number, state, Manner.NORMAL, body, now, now);
        if (!records.insert(stored)) {
            throw Refusal.notPossible(number + " has been sent down before");
        }
        return stored;
    }

    /** 409 says that it listens already. */
    private void listen(String base) {
        var callback = environment.getRequiredProperty("esop.sandbox-url") + LISTENER;
        var answer = esop.said(SYSTEM, base + "/hub", json.createObjectNode().put("callback", callback));
        if (answer.status() != 409) {
            EsopClient.fine(answer);
        }
    }

    private ObjectNode product(Wish wish, String number) {
        var order = order(wish, number);
        var item = item(order.putArray("productOrderItem").addObject(), wish);
        item.putObject("productOffering").put("id", wish.product());
        item.putObject("product").set("productCharacteristic", characteristics(wish));
        return order;
    }

    private ObjectNode service(Wish wish, String number) {
        var order = order(wish, number);
        var service = item(order.putArray("serviceOrderItem").addObject(), wish).putObject("service");
        service.putObject("serviceSpecification").put("id", wish.product());
        service.set("serviceCharacteristic", characteristics(wish));
        return order;
    }

    private ObjectNode order(Wish wish, String number) {
        var order = json.createObjectNode().put("externalId", number);
        order.putArray("relatedParty")
                .addObject()
                .put("id", wish.customer())
                .put("role", "customer")
                .put("@type", "RelatedParty")
                .put("@referredType", "Customer");
        return order;
    }

    private static ObjectNode item(ObjectNode item, Wish wish) {
        return item.put("id", "1")
                .put("action", wish.action() == null ? "add" : wish.action())
                .put("quantity", 1);
    }

    private ArrayNode characteristics(Wish wish) {
        var list = json.createArrayNode();
        if (wish.characteristics() != null) {
            wish.characteristics()
                    .forEach((name, value) -> list.addObject().put("name", name).putPOJO("value", value));
        }
        return list;
    }
}
