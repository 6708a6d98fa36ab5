package esop.north;

import static esop.north.NorthScene.NANJING;
import static esop.north.NorthScene.PRODUCT_ORDERS;
import static esop.north.NorthScene.SOON;
import static esop.north.NorthScene.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.Caller;
import esop.EsopTest;
import esop.systems.SandboxClient;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A system that ordered says anew how an item is to be. */
@EsopTest
class ItemPatchTests {

    private static final TmfSchema TMF622 = new TmfSchema("TMF622-ProductOrdering-v4.0.0.swagger.json");

    @Autowired
    private ManagementService management;

    private final SandboxClient sandbox = new SandboxClient();
    private Caller hotline;
    private Caller operations;

    @BeforeEach
    void signOn() {
        hotline = Caller.as("hotline-client").with("Accept-Language", "en");
        operations = Caller.as("operations.nanjing").with("Accept-Language", "en");
    }

    @AfterEach
    void workGoesOn() {
        sandbox.heal();
        management.activateJobDefinitionByProcessDefinitionKey("order", true);
    }

    @Test
    void whatASystemHasRefusedIsCorrectedByWhoOrderedIt() {
        sandbox.breaks("boss", "refuse", Map.of("times", 1));
        var id = NorthScene.place(hotline, NANJING, "vpmn");
        var task = resolving(id);

        refused(TMF622, patch(Caller.as("web-client").with("Accept-Language", "en"), id, 25), 409, "conflict");
        var wrong = patch(hotline, id, 0);
        refused(TMF622, wrong, 422, "invalid");
        assertThat(wrong.json().get("message").asText())
                .contains("productOrderItem[0].product.productCharacteristic.memberCount");

        assertThat(operations.post("/api/tasks/" + task + "/claim", Map.of()).status())
                .isEqualTo(200);
        refused(TMF622, patch(hotline, id, 25), 409, "conflict");
        assertThat(operations.post("/api/tasks/" + task + "/unclaim", Map.of()).status())
                .isEqualTo(200);

        var patched = patch(hotline, id, 25);
        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        TMF622.holds("ProductOrder", patched.json());
        assertThat(memberCount(patched.json())).isEqualTo(25);
        await().atMost(SOON).until(() -> state(id).equals("completed"));

        var order = operations.get("/api/orders/" + id).json();
        assertThat(StreamSupport.stream(
                        order.at("/serviceOrders/0/characteristics").spliterator(), false))
                .anySatisfy(one -> {
                    assertThat(one.get("name").asText()).isEqualTo("memberCount");
                    assertThat(one.get("value").asInt()).isEqualTo(25);
                });
        var corrected = StreamSupport.stream(
                        operations.get("/api/orders/" + id + "/timeline").json().spliterator(), false)
                .filter(line -> line.toString().contains("corrected by the ordering system"))
                .toList();
        assertThat(corrected).hasSize(1);
        assertThat(corrected.get(0).toString()).contains("hotline-client");
        refused(TMF622, patch(hotline, id, 30), 409, "conflict");
    }

    @Test
    void anItemWhoseTurnHasNotComeIsAmended() {
        management.suspendJobDefinitionByProcessDefinitionKey("order", true);
        var id = NorthScene.place(hotline, NANJING, "vpmn");
        var read = hotline.get(PRODUCT_ORDERS + "/" + id).json();

        var whole = (ObjectNode) read.deepCopy();
        whole.retain("productOrderItem");
        characteristic(whole).put("value", 33);
        var patched = hotline.json("PATCH", PRODUCT_ORDERS + "/" + id, whole);

        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(memberCount(patched.json())).isEqualTo(33);
        assertThat(memberCount(hotline.get(PRODUCT_ORDERS + "/" + id).json())).isEqualTo(33);
        assertThat(operations.get("/api/orders/" + id + "/timeline").body()).contains("Item changed");
        management.activateJobDefinitionByProcessDefinitionKey("order", true);
        await().atMost(SOON).until(() -> state(id).equals("completed"));
    }

    @Test
    void whatElseIsSaidOfAnItemIsRefused() {
        management.suspendJobDefinitionByProcessDefinitionKey("order", true);
        var id = NorthScene.place(hotline, NANJING, "vpmn");
        for (var other : List.of(
                Map.of("id", "line-1", "quantity", 2),
                Map.of("id", "line-1", "action", "delete"),
                Map.of("id", "line-1", "state", "completed"),
                Map.of("id", "line-1", "productOffering", Map.of("id", "adc")),
                Map.of("id", "line-1", "appointment", Map.of("id", "1")))) {
            refused(TMF622, patchItem(hotline, id, other), 409, "conflict");
        }
        refused(TMF622, patchItem(hotline, id, Map.of("id", "line-2")), 400, "bad-request");
        refused(TMF622, patchItem(hotline, id, Map.of("quantity", 1)), 400, "bad-request");
        refused(
                TMF622,
                patchItem(
                        hotline,
                        id,
                        Map.of(
                                "id",
                                "line-1",
                                "product",
                                Map.of("productCharacteristic", List.of(Map.of("value", 1))))),
                400,
                "bad-request");
        assertThat(patchItem(hotline, id, Map.of("id", "line-1", "quantity", 1)).status())
                .isEqualTo(200);
    }

    private String resolving(String orderId) {
        await().atMost(SOON).until(() -> tasks(orderId).size() == 1);
        assertThat(state(orderId)).isEqualTo("held");
        return tasks(orderId).get(0).get("id").asText();
    }

    private JsonNode tasks(String orderId) {
        return operations
                .get("/api/tasks?view=group&process=fallout&q=" + orderId)
                .json()
                .get("items");
    }

    private String state(String id) {
        return hotline.get(PRODUCT_ORDERS + "/" + id).json().get("state").asText();
    }

    private static Caller.Answer patch(Caller client, String id, int members) {
        return patchItem(
                client,
                id,
                Map.of(
                        "id",
                        "line-1",
                        "product",
                        Map.of("productCharacteristic", List.of(Map.of("name", "memberCount", "value", members)))));
    }

    private static Caller.Answer patchItem(Caller client, String id, Map<String, ?> item) {
        return client.json("PATCH", PRODUCT_ORDERS + "/" + id, Map.of("productOrderItem", List.of(item)));
    }

    private static int memberCount(JsonNode order) {
        return characteristic(order).get("value").asInt();
    }

    private static ObjectNode characteristic(JsonNode order) {
        return StreamSupport.stream(
                        order.at("/productOrderItem/0/product/productCharacteristic")
                                .spliterator(),
                        false)
                .filter(one -> one.get("name").asText().equals("memberCount"))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
