package esop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstLevelSandboxTests {

    private static final String ORDERS = "/first-level/tmf-api/productOrderingManagement/v4/productOrder";

    private final Sandbox sandbox = Sandbox.running();
    private final String key = Sandbox.newKey("SO-up");

    @BeforeEach
    void byHand() {
        sandbox.heal();
        sandbox.put("/behaviour/first-level", "{\"manual\": true, \"answerAfterMs\": 300}");
    }

    @AfterEach
    void byItself() {
        sandbox.put("/behaviour/first-level", "{\"manual\": false}");
    }

    @Test
    void anOrderIsHeldUntilAPersonLetsItGoOn() {
        var id = order();
        assertThat(says()).containsExactly("complete", "fail", "reject", "hold", "partial");
        assertThat(answer(id, "resume", "").status()).isEqualTo(409);
        answer(id, "hold", "等待对端省");
        assertThat(open().path("waits").asBoolean()).isTrue();
        assertThat(says()).containsExactly("complete", "fail", "reject", "resume", "partial");
        assertThat(answer(id, "hold", "").status()).isEqualTo(409);
        sandbox.put("/behaviour/first-level", "{\"manual\": false}");
        answer(id, "resume", "");

        await().untilAsserted(() ->
                assertThat(sandbox.receiver().states(key)).containsExactly("held", "inProgress", "completed"));
        assertThat(sandbox.receiver()
                        .about(key)
                        .get(0)
                        .resource()
                        .at("/note/0/text")
                        .asText())
                .isEqualTo("等待对端省");
    }

    @Test
    void whatIsDoneInPartStaysSo() {
        var id = order();
        answer(id, "partial", "备用路由未开通");
        await().untilAsserted(() -> assertThat(sandbox.receiver().states(key)).containsExactly("partial"));
        var order = sandbox.get(ORDERS + "/" + id).json();
        assertThat(order.at("/productOrderItem/0/state").asText()).isEqualTo("failed");
        assertThat(answer(id, "complete", "").status()).isEqualTo(409);
    }

    @Test
    void nothingElseCanBeHeldOrDoneInPart() {
        sandbox.put("/behaviour/eoms", "{\"manual\": true}");
        var id = sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key))
                .id();
        for (var answer : new String[] {"hold", "resume", "partial"}) {
            assertThat(sandbox.post("/answers/eoms/resourceOrder/" + id, null, "{\"answer\": \"" + answer + "\"}")
                            .status())
                    .isEqualTo(409);
        }
        assertThat(answer(order(), "dance", "").status()).isEqualTo(400);
        sandbox.heal();
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThat(sandbox.post("/first-level/orders", null, "{\"product\": \"vpmn\"}")
                        .status())
                .isEqualTo(400);
        assertThat(sandbox.post(ORDERS, null, "{\"externalId\": \"x\"}").status())
                .isEqualTo(400);
    }

    private String order() {
        return sandbox.post(
                        ORDERS,
                        key,
                        "{\"externalId\": \"" + key
                                + "\", \"productOrderItem\": [{\"id\": \"1\", \"action\": \"add\"}]}")
                .id();
    }

    private Sandbox.Reply answer(String id, String answer, String reason) {
        return sandbox.post(
                "/answers/first-level/productOrder/" + id,
                null,
                "{\"answer\": \"" + answer + "\", \"reason\": \"" + reason + "\"}");
    }

    private JsonNode open() {
        return StreamSupport.stream(sandbox.get("/open").json().spliterator(), false)
                .filter(order -> order.path("externalId").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<String> says() {
        return StreamSupport.stream(open().path("says").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
