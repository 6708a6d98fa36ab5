package esop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiTests {

    private static final String PERIOD =
            "{\"startDateTime\": \"2026-12-01T01:00:00Z\", \"endDateTime\": \"2026-12-01T03:00:00Z\"}";

    private final Sandbox sandbox = Sandbox.running();
    private final String key = Sandbox.newKey("WO-si");

    @BeforeEach
    @AfterEach
    void heal() {
        sandbox.heal();
    }

    @Test
    void anInstallationIsToldOfUntilItIsDone() {
        var order = sandbox.post(Sandbox.INSTALLATION, key, Sandbox.serviceOrder(key));
        assertThat(order.id()).startsWith("SI-SO-");

        await().untilAsserted(
                        () -> assertThat(sandbox.receiver().states(key)).containsExactly("inProgress", "completed"));
        assertThat(sandbox.receiver().about(key).get(1).path()).isEqualTo("/callbacks/si");
    }

    @Test
    void theAskedTimeIsFreeAndSoIsTheSameTimeOfTheDayAfter() {
        var search = sandbox.post(
                Sandbox.TIME_SLOT, null, "{\"requestedTimeSlot\": [{\"validFor\": %s}]}".formatted(PERIOD));

        assertThat(search.status()).isEqualTo(201);
        assertThat(search.json().path("status").asText()).isEqualTo("done");
        assertThat(search.json().findValuesAsText("startDateTime"))
                .contains("2026-12-01T01:00:00Z", "2026-12-02T01:00:00Z");
    }

    @Test
    void anAppointmentIsConfirmedAndCanBeCalledOff() {
        var appointment = make();
        await().untilAsserted(() -> assertThat(told()).containsExactly("confirmed"));

        var calledOff = sandbox.patch(
                Sandbox.APPOINTMENT + "/" + appointment.id(),
                key + "c",
                "{\"status\": \"cancelled\", \"validFor\": %s}".formatted(PERIOD));

        assertThat(calledOff.json().path("status").asText()).isEqualTo("cancelled");
        assertThat(sandbox.patch(
                                Sandbox.APPOINTMENT + "/" + appointment.id(),
                                key + "d",
                                "{\"status\": \"confirmed\", \"validFor\": %s}".formatted(PERIOD))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void nobodyComesWhereAPersonSaysSo() {
        sandbox.put("/behaviour/si", "{\"manual\": true}");
        var appointment = make();

        sandbox.post(
                "/answers/si/appointment/" + appointment.id(),
                null,
                "{\"answer\": \"reject\", \"reason\": \"本周人员已满\"}");

        await().untilAsserted(() -> assertThat(told()).containsExactly("failed"));
        assertThat(sandbox.get(Sandbox.APPOINTMENT + "/" + appointment.id())
                        .json()
                        .at("/note/0/text")
                        .asText())
                .isEqualTo("本周人员已满");
    }

    @Test
    void anAppointmentWithoutATimeIsRefusedInWords() {
        var reply = sandbox.post(Sandbox.APPOINTMENT, key, "{\"externalId\": \"%s\"}".formatted(key));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("validFor is mandatory");
    }

    private Sandbox.Reply make() {
        var made = sandbox.post(
                Sandbox.APPOINTMENT, key, "{\"externalId\": \"%s\", \"validFor\": %s}".formatted(key, PERIOD));
        assertThat(made.json().path("status").asText()).isEqualTo("initialized");
        return made;
    }

    private List<String> told() {
        return sandbox.receiver().about(key).stream()
                .map(callback -> callback.resource().path("status").asText())
                .toList();
    }
}
