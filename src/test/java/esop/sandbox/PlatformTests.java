package esop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlatformTests {

    private final Sandbox sandbox = Sandbox.running();
    private final String key = Sandbox.newKey("WO-platform");

    @BeforeEach
    @AfterEach
    void heal() {
        sandbox.heal();
    }

    @Test
    void anOrderIsToldOfUntilItIsDoneAndNamesTheServiceItOpened() {
        var order = sandbox.post(Sandbox.SERVICE_ORDER, key, Sandbox.serviceOrder(key));
        assertThat(order.status()).isEqualTo(201);
        assertThat(state(order)).isEqualTo("acknowledged");

        await().untilAsserted(
                        () -> assertThat(sandbox.receiver().states(key)).containsExactly("inProgress", "completed"));
        var told = sandbox.receiver().about(key).get(1);
        assertThat(told.path()).isEqualTo("/callbacks/platform");
        assertThat(told.resource().at("/serviceOrderItem/0/state").asText()).isEqualTo("completed");
        assertThat(serviceOf(order)).startsWith("PF-SV-");
    }

    @Test
    void anOrderWithoutAServiceIsRefusedInWords() {
        var reply = sandbox.post(
                Sandbox.SERVICE_ORDER, key, "{\"serviceOrderItem\": [{\"id\": \"1\", \"action\": \"add\"}]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("serviceOrderItem[0].service is mandatory");
    }

    @Test
    void anOpeningThatFailedSaysWhyInItsErrorMessage() {
        sandbox.put("/behaviour/platform", "{\"manual\": true}");
        var order = sandbox.post(Sandbox.SERVICE_ORDER, key, Sandbox.serviceOrder(key));

        answer("serviceOrder", order, "fail", "许可证库存不足");

        await().untilAsserted(() -> assertThat(sandbox.receiver().states(key)).containsExactly("failed"));
        assertThat(sandbox.get(path(order)).json().at("/errorMessage/0/message").asText())
                .isEqualTo("许可证库存不足");
    }

    @Test
    void anOrderIsWithdrawnOrGoesOnWhenThePlatformRefusesThat() {
        sandbox.put("/behaviour/platform", "{\"manual\": true}");
        var order = sandbox.post(Sandbox.SERVICE_ORDER, key, Sandbox.serviceOrder(key));
        var refused = cancel(order, key + "c");
        assertThat(state(sandbox.get(path(order)))).isEqualTo("assessingCancellation");
        answer("cancelServiceOrder", refused, "reject", "已在开通");
        assertThat(state(sandbox.get(path(order)))).isEqualTo("inProgress");

        var done = cancel(order, key + "d");
        answer("cancelServiceOrder", done, "complete", "");

        assertThat(state(sandbox.get(path(order)))).isEqualTo("cancelled");
        assertThat(state(cancel(order, key + "e"))).isEqualTo("terminatedWithError");
        await().untilAsserted(
                        () -> assertThat(sandbox.receiver().states(key + "d")).containsExactly("inProgress", "done"));
    }

    @Test
    void whatWasOpenedPassesItsTestAndWhatWasNotCannotBeTested() {
        var order = sandbox.post(Sandbox.SERVICE_ORDER, key, Sandbox.serviceOrder(key));
        assertThat(test(serviceOf(order), key + "t").status()).isEqualTo(422);
        await().until(() -> state(sandbox.get(path(order))).equals("completed"));

        assertThat(test(serviceOf(order), key + "t").status()).isEqualTo(201);

        await().untilAsserted(() ->
                assertThat(sandbox.receiver().states(key + "t")).containsExactly("inProgress", "completed"));
        assertThat(sandbox.receiver()
                        .about(key + "t")
                        .get(1)
                        .resource()
                        .at("/testMeasure/0/result/value")
                        .asText())
                .isEqualTo("pass");
    }

    private Sandbox.Reply cancel(Sandbox.Reply order, String externalId) {
        return sandbox.post(
                Sandbox.CANCEL_SERVICE_ORDER,
                externalId,
                "{\"externalId\": \"" + externalId + "\", \"serviceOrder\": {\"id\": \"" + order.id() + "\"}}");
    }

    private Sandbox.Reply test(String service, String externalId) {
        return sandbox.post(Sandbox.SERVICE_TEST, null, """
                {"externalId": "%s", "name": "adc", "relatedService": {"id": "%s"}, "testSpecification": {"id": "adc"}}""".formatted(externalId, service));
    }

    private void answer(String resource, Sandbox.Reply record, String answer, String reason) {
        var said = sandbox.post(
                "/answers/platform/" + resource + "/" + record.id(),
                null,
                "{\"answer\": \"" + answer + "\", \"reason\": \"" + reason + "\"}");
        assertThat(said.status()).isEqualTo(200);
    }

    private static String serviceOf(Sandbox.Reply order) {
        return order.json().at("/serviceOrderItem/0/service/id").asText();
    }

    private static String path(Sandbox.Reply order) {
        return Sandbox.SERVICE_ORDER + "/" + order.id();
    }

    private static String state(Sandbox.Reply reply) {
        return reply.json().path("state").asText();
    }
}
