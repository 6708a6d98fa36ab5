package esop.north;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.Caller;
import java.time.Duration;
import java.util.UUID;

/** What the tests of the north face share: orders as clients send them, and refusals in TM Forum's form. */
final class NorthScene {

    static final Duration SOON = Duration.ofSeconds(40);
    static final String PRODUCT_ORDERS = "/tmf-api/productOrderingManagement/v4/productOrder";
    static final String NANJING = "C320100002";
    static final String SUZHOU = "C320200001";

    private static final ObjectMapper JSON = new ObjectMapper();

    private NorthScene() {}

    static void refused(TmfSchema schema, Caller.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        schema.holds("Error", answer.json());
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
        assertThat(answer.json().get("message").asText()).isNotBlank();
    }

    static String place(Caller client, String customer, String product) {
        var placed = client.post(PRODUCT_ORDERS, productOrder(number(), customer, product));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed.json().get("id").asText();
    }

    static String number() {
        return "EXT-" + UUID.randomUUID();
    }

    static ObjectNode productOrder(String number, String customer, String product) {
        var order = JSON.createObjectNode().put("externalId", number).put("@type", "ProductOrder");
        customer(order, customer);
        var item = order.putArray("productOrderItem")
                .addObject()
                .put("id", "line-1")
                .put("action", "add")
                .put("quantity", 1);
        item.putObject("productOffering").put("id", product);
        return order;
    }

    static void customer(ObjectNode order, String customer) {
        order.putArray("relatedParty")
                .addObject()
                .put("id", customer)
                .put("role", "customer")
                .put("@referredType", "Customer");
    }
}
