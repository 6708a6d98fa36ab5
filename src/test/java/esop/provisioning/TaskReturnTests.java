package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.Caller;
import esop.EsopTest;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** Returning and taking back in the models that people work with. */
@EsopTest
class TaskReturnTests extends ProvisioningScene {

    @Test
    void aPartnerAgreesTheVisitAnewAndOnlyTheLastOneCounts() {
        var si = Caller.as("si.local");
        var opening = open("mobile-mail", "add");
        done(si, awaitTask(opening, "agreeVisit"), visit(2));
        var installation = awaitTask(opening, "carryOutInstallation");

        var back = si.post(
                "/api/tasks/" + installation.getId() + "/return", Map.of("toActivity", "agreeVisit", "reason", "客户改期"));

        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.json().get("assignee").asText()).isEqualTo("si.local");
        done(si, awaitTask(opening, "agreeVisit"), visit(4));
        done(si, awaitTask(opening, "carryOutInstallation"), Map.of("result", "done", "signature", "王先生"));
        assertThat(awaitTask(opening, "signOffWorkOrder")).isNotNull();
        assertThat(end(opening, "partner-work")).isEqualTo("partnerAnswered");
    }

    @Test
    void aVisitIsTakenBackThoughTheInstallationIsGivenToTheSamePerson() {
        var si = Caller.as("si.local");
        var opening = open("mobile-mail", "add");
        var agreed = awaitTask(opening, "agreeVisit");
        done(si, agreed, visit(2));
        awaitTask(opening, "carryOutInstallation");

        var back = si.post("/api/tasks/" + agreed.getId() + "/take-back", Map.of("reason", "日期写错了"));

        assertThat(back.status()).as(back.body()).isEqualTo(200);
        done(si, awaitTask(opening, "agreeVisit"), visit(4));
        assertThat(awaitTask(opening, "carryOutInstallation")).isNotNull();
    }

    @Test
    void aResolutionThatNobodyHasApprovedYetIsTakenBack() {
        var operations = Caller.as("operations.nanjing");
        var opening = refusedActivation();
        var fallout = awaitTask(opening, "resolveFallout");
        done(operations, fallout, Map.of("action", "skip", "note", "手工已开"));
        var approval = awaitTask(opening, "approveResolution");

        var back = operations.post("/api/tasks/" + fallout.getId() + "/take-back", Map.of("reason", "看错系统"));

        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(fallouts(opening))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("resolution", null));
        assertThat(Caller.as("approver.nanjing")
                        .post("/api/tasks/" + approval.getId() + "/claim", Map.of())
                        .status())
                .isEqualTo(409);
        done(operations, awaitTask(opening, "resolveFallout"), Map.of("action", "retry"));
        awaitEnd(opening, "serviceOpened");
    }

    @Test
    void notOnceTheApproverHasTakenIt() {
        var operations = Caller.as("operations.nanjing");
        var opening = refusedActivation();
        var fallout = awaitTask(opening, "resolveFallout");
        done(operations, fallout, Map.of("action", "skip", "note", "手工已开"));
        var approval = awaitTask(opening, "approveResolution");
        Caller.as("approver.nanjing").post("/api/tasks/" + approval.getId() + "/claim", Map.of());

        var refused = operations.post("/api/tasks/" + fallout.getId() + "/take-back", Map.of("reason", "看错系统"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("claimedBy").asText()).isEqualTo("approver.nanjing");
        for (var action : new String[] {"delegate", "return"}) {
            var forbidden = Caller.as("approver.nanjing")
                    .post(
                            "/api/tasks/" + approval.getId() + "/" + action,
                            Map.of("to", "approver2.nanjing", "toActivity", "x", "reason", "?"));
            assertThat(forbidden.status()).as(action).isEqualTo(409);
        }
    }

    @Test
    void anAcceptedWorkOrderIsNotTakenBackAndItIsSaidWhy() {
        var operations = Caller.as("operations.nanjing");
        var opening = open("leased-line", "add");
        var signOff = awaitTask(opening, "signOffWorkOrder");
        done(operations, signOff, Map.of("signOff", "accept"));
        awaitEnd(opening, "serviceOpened");

        var refused = operations.post("/api/tasks/" + signOff.getId() + "/take-back", Map.of("reason", "签错了"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asText()).isNotBlank();
    }

    private ProcessInstance refusedActivation() {
        sandbox.breaks("boss", "refuse", Map.of("times", 1));
        return open("vpmn", "add");
    }

    private void done(Caller who, Task task, Map<String, Object> data) {
        await().atMost(SOON).untilAsserted(() -> {
            var answer = who.post("/api/tasks/" + task.getId() + "/complete", Map.of("data", data));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        });
    }

    private static Map<String, Object> visit(int inDays) {
        return Map.of(
                "decision", "confirm",
                "visitDate", LocalDate.now().plusDays(inDays).toString(),
                "visitHours", "morning");
    }
}
