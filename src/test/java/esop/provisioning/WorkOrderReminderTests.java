package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.Caller;
import esop.EsopTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What of a work order is kept beside its progress: what it answers, what belongs to it, and when somebody is reminded of it. */
@EsopTest
class WorkOrderReminderTests extends ProvisioningScene {

    private final Caller operations = Caller.as("operations.nanjing").with("Accept-Language", "en");

    @Autowired
    private WorkOrderReminders reminders;

    @Test
    void whoHasToDoWithAWorkOrderIsRemindedOnceWhenLittleTimeIsLeft() {
        sandbox.behaves("eoms", Map.of("manual", true));
        var work = workOrder(open("leased-line", "add"));
        reminders.look();
        assertThat(told(operations, work)).as("too early").isZero();

        asSystem(() -> jdbc.sql(
                        "UPDATE provisioning.work_order SET reminder = now() - interval '1 minute' WHERE id = :id")
                .param("id", work)
                .update());
        reminders.look();
        reminders.look();

        assertThat(told(operations, work)).isOne();
        assertThat(told(Caller.as("operations.suzhou"), work)).isZero();
        assertThat(operations.get("/api/notices?size=200").json().findValuesAsText("text"))
                .contains("A work order is nearly late");
    }

    @Test
    void theTimeOfAReminderIsChosenWithinTheTimeThatIsLeft() {
        sandbox.behaves("eoms", Map.of("manual", true));
        var work = workOrder(open("leased-line", "add"));
        var address = "/api/work-orders/" + work;
        var due = Instant.parse(operations.get(address).json().get("due").asText());
        var at = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);

        var set = operations.put(address + "/reminder", Map.of("at", at.toString()));
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(set.json().get("reminder").asText()).isEqualTo(at.toString());
        for (var wrong : List.of(due, Instant.now().minusSeconds(60))) {
            assertThat(operations
                            .put(address + "/reminder", Map.of("at", wrong.toString()))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(Caller.as("operations.suzhou")
                        .put(address + "/reminder", Map.of("at", at.toString()))
                        .status())
                .isEqualTo(404);
        assertThat(Caller.as("account-manager.nanjing")
                        .put(address + "/reminder", Map.of("at", at.toString()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aWorkOrderNamesWhatItAnswersAndTheOthersOfItsServiceOrder() {
        sandbox.behaves("eoms", Map.of("manual", true));
        sandbox.behaves("si", Map.of("manual", true));
        var id = recorded("mas", "add");
        var opening = asSystem(() -> {
            jdbc.sql("UPDATE provisioning.service_order SET service_request_id = 'IN2026112800001' WHERE id = :id")
                    .param("id", id)
                    .update();
            return engine.startProcessInstanceByKey("service-order", id, Map.of("serviceOrderId", id));
        });
        await().atMost(SOON).until(() -> order(opening).workOrders().size() == 2);
        var ids = order(opening).workOrders().stream()
                .map(ServiceOrderView.WorkOrderView::id)
                .toList();

        var first = operations.get("/api/work-orders/" + ids.get(0)).json();
        assertThat(first.at("/related/0").asText()).isEqualTo(ids.get(1));
        assertThat(first.get("related")).hasSize(1);
        assertThat(first.get("serviceRequestId").asText()).isEqualTo("IN2026112800001");
        assertThat(found("construction", id)).hasSize(1);
        assertThat(found("opening", id)).isEmpty();
        assertThat(operations.get("/api/work-orders/export?q=" + id).body()).contains("construction", "installation");
    }

    private List<String> found(String type, String serviceOrder) {
        return operations
                .get("/api/work-orders?type=" + type + "&q=" + serviceOrder)
                .json()
                .path("items")
                .findValuesAsText("id");
    }

    private long told(Caller person, String work) {
        return person.get("/api/notices?size=200").json().findValuesAsText("note").stream()
                .filter(note -> note.startsWith(work))
                .count();
    }
}
