package esop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SystemsTests {

    private final Sandbox sandbox = Sandbox.running();
    private final String key = Sandbox.newKey("step");

    @BeforeEach
    @AfterEach
    void heal() {
        sandbox.heal();
    }

    @Test
    void theCrmKnowsSeventyCustomersAndPagesThroughThem() {
        var page = sandbox.get(Sandbox.CUSTOMER + "?offset=60&limit=50&fields=name");
        assertThat(page.response().headers().firstValue("X-Total-Count")).hasValue("70");
        assertThat(page.response().headers().firstValue("X-Result-Count")).hasValue("10");
        assertThat(page.json().path(0).has("name")).isTrue();
        assertThat(page.json().path(0).has("characteristic")).isFalse();
        var hospital = sandbox.get(Sandbox.CUSTOMER + "/C320100001").json();
        assertThat(hospital.path("name").asText()).isEqualTo("清枫里医院");
        assertThat(sandbox.get(Sandbox.CUSTOMER + "?relatedParty.id=account-manager.wuxi&limit=1000")
                        .json())
                .hasSize(23);
    }

    @Test
    void theCrmMirrorsAnOrderAndDoesNotReopenACompletedOne() {
        var items = "\"productOrderItem\": [{\"id\": \"1\", \"action\": \"add\"}]";
        var created = sandbox.post(Sandbox.PRODUCT_ORDER, key, "{\"externalId\": \"" + key + "\", " + items + "}");
        assertThat(created.status()).isEqualTo(201);
        var path = Sandbox.PRODUCT_ORDER + "/" + created.id();
        var patched = sandbox.patch(
                path, key + "2", "{\"externalId\": \"" + key + "2\", \"state\": \"completed\", " + items + "}");
        assertThat(patched.json().path("state").asText()).isEqualTo("completed");
        assertThat(patched.json().path("externalId").asText()).isEqualTo(key + "2");
        assertThat(sandbox.get(Sandbox.PRODUCT_ORDER + "?externalId=" + key + "2")
                        .json())
                .hasSize(1);
        assertThat(sandbox.patch(path, key + "3", "{\"state\": \"inProgress\", " + items + "}")
                        .status())
                .isEqualTo(409);
        assertThat(sandbox.patch(path, key + "4", "{\"state\": \"failed\"}").status())
                .isEqualTo(400);
    }

    @Test
    void bossOpensSuspendsAndEndsAServiceAtOnce() {
        var opened = sandbox.post(Sandbox.SERVICE, key, Sandbox.service(key));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.response().headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith(Sandbox.SERVICE + "/" + opened.id()));
        var path = Sandbox.SERVICE + "/" + opened.id();
        assertThat(state(sandbox.patch(path, key + "i", "{\"state\": \"inactive\"}")))
                .isEqualTo("inactive");
        assertThat(state(sandbox.patch(path, key + "t", "{\"state\": \"terminated\"}")))
                .isEqualTo("terminated");
        assertThat(sandbox.patch(path, key + "a", "{\"state\": \"active\"}").status())
                .isEqualTo(409);
        assertThat(sandbox.receiver().about(key)).isEmpty();
    }

    @Test
    void bossAnswers202WithAMonitorWhenToldTo() {
        sandbox.put("/behaviour/boss", "{\"monitor\": true}");
        var accepted = sandbox.post(Sandbox.SERVICE, key, Sandbox.service(key));
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(state(accepted)).isEqualTo("InProgress");
        var monitor =
                accepted.json().path("href").asText().substring(sandbox.url().length());
        assertThat(state(sandbox.get(sandbox.get(monitor)
                        .json()
                        .path("sourceHref")
                        .asText()
                        .substring(sandbox.url().length()))))
                .isEqualTo("reserved");
        await().untilAsserted(() -> assertThat(sandbox.receiver().states(key)).containsExactly("active"));
        assertThat(state(sandbox.get(monitor))).isEqualTo("Completed");
        assertThat(sandbox.get(monitor)
                        .json()
                        .path("response")
                        .path("statusCode")
                        .asText())
                .isEqualTo("201");
    }

    @Test
    void eomsReservesAndReleasesResources() {
        var reserved = sandbox.post(
                Sandbox.RESERVATION,
                key,
                "{\"externalId\": \"" + key + "\", \"relatedParty\": {\"id\": \"C320100001\"},"
                        + " \"reservationItem\": [{\"quantity\": 1}]}");
        assertThat(reserved.json().path("reservationState").asText()).isEqualTo("reserved");
        var path = Sandbox.RESERVATION + "/" + reserved.id();
        var released = sandbox.patch(path, key + "r", "{\"reservationState\": \"released\"}");
        assertThat(released.json().path("reservationState").asText()).isEqualTo("released");
        assertThat(sandbox.patch(path, key + "b", "{\"reservationState\": \"reserved\"}")
                        .status())
                .isEqualTo(409);
        assertThat(sandbox.get(Sandbox.RESERVATION + "?reservationState=released&externalId=" + key)
                        .json())
                .hasSize(1);
        for (var task : List.of("availabilityCheck", "extract", "push")) {
            assertThat(sandbox.post("/eoms/tmf-api/resourcePoolManagement/v1/" + task, null, "{}")
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void eomsIsUrgedAndWithdrawn() {
        sandbox.put("/behaviour/eoms", "{\"manual\": true}");
        var id = sandbox.post(Sandbox.RESOURCE_ORDER, key, Sandbox.resourceOrder(key))
                .id();
        var path = Sandbox.RESOURCE_ORDER + "/" + id;
        var urged =
                sandbox.patch(path, key + "u", "{\"priority\": 0, \"note\": [{\"id\": \"1\", \"text\": \"客户催办\"}]}");
        assertThat(urged.json().path("priority").asInt()).isZero();
        assertThat(sandbox.patch(path, key + "s", "{\"state\": \"completed\"}").status())
                .isEqualTo(422);
        sandbox.put("/behaviour/eoms", "{\"manual\": false, \"answerAfterMs\": 5000}");
        var cancel = "/eoms/tmf-api/resourceOrdering/v4/cancelResourceOrder";
        var task = sandbox.post(cancel, key + "c", "{\"resourceOrder\": {\"id\": \"" + id + "\"}}");
        assertThat(state(task)).isEqualTo("accepted");
        assertThat(state(sandbox.get(path))).isEqualTo("assessingCancellation");
        assertThat(sandbox.post(cancel, key + "d", "{\"resourceOrder\": {\"id\": \"" + id + "\"}}")
                        .status())
                .isEqualTo(409);
        sandbox.put("/behaviour/eoms", "{\"answerAfterMs\": 100}");
        await().until(() -> state(sandbox.get(path)).equals("cancelled"));
        assertThat(state(sandbox.get(cancel + "/" + task.id()))).isEqualTo("done");
        assertThat(state(sandbox.post(cancel, key + "e", "{\"resourceOrder\": {\"id\": \"" + id + "\"}}")))
                .isEqualTo("terminatedWithError");
        await().untilAsserted(() -> assertThat(sandbox.receiver().states(key)).contains("cancelled"));
        assertThat(sandbox.post(cancel, key + "f", "{\"resourceOrder\": {\"id\": \"none\"}}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aMessageIsSentAndToldOf() {
        var message = """
                {"externalId": "%s", "messageType": "SMS", "content": "您的业务已开通", "sender": {"id": "esop"},
                 "receiver": [{"id": "1", "phoneNumber": "13800001037"}]}""".formatted(key);
        assertThat(state(sandbox.post(Sandbox.MESSAGE, key, message))).isEqualTo("initial");
        await().untilAsserted(
                        () -> assertThat(sandbox.receiver().states(key)).containsExactly("inProgress", "completed"));
        assertThat(sandbox.receiver().about(key).get(0).path()).isEqualTo("/callbacks/messages");
    }

    private static String state(Sandbox.Reply reply) {
        return reply.json().path("state").asText();
    }
}
