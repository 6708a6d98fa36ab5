package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import esop.Caller;
import esop.EsopTest;
import esop.systems.StepAnswered.State;
import esop.web.InvalidException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class FalloutProcessTests extends ProvisioningScene {

    @Test
    void whoResolvesAFalloutSeesRequestAndAnswer() {
        var opening = refusedActivation();

        var task = awaitTask(opening, "resolveFallout");
        var seen = engine.getVariables(task.getExecutionId());
        assertThat(seen)
                .containsEntry("system", "boss")
                .containsEntry("step", "activate")
                .containsEntry("errorClass", "refused");
        assertThat((String) seen.get("requestText")).contains(opening.getBusinessKey() + ":activate:1");
        assertThat((String) seen.get("characteristics")).contains("{");
        assertThat(groups(task)).containsExactly("operations@nanjing");
        assertThat(task.getDueDate()).isNotNull();

        complete(task, Map.of("action", "retry"));
        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "fallout")).isEqualTo("falloutResolved");
        assertThat(fallouts(opening))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("state", "resolved").containsEntry("resolution", "retry"));
    }

    @Test
    void anActionThatNobodyKnowsIsLeftToAPerson(@Autowired RepositoryService repository) throws IOException {
        var table = Files.readString(Path.of("decisions/provisioning/fallout-policy.dmn"))
                .replaceAll("<text>\"(manual|retry)\"</text>", "<text>\"retri\"</text>");
        var deployment = repository
                .createDeployment()
                .addString("decisions/provisioning/fallout-policy.dmn", table)
                .deploy();
        try {
            var opening = refusedActivation();

            complete(awaitTask(opening, "resolveFallout"), Map.of("action", "retry"));
            awaitEnd(opening, "serviceOpened");
        } finally {
            repository.deleteDeployment(deployment.getId());
        }
    }

    @Test
    void givingUpAndDoneByHandNeedANote() {
        var opening = refusedActivation();
        var task = awaitTask(opening, "resolveFallout");

        for (var action : List.of("manual", "abort")) {
            assertThatThrownBy(() -> complete(task, Map.of("action", action))).isInstanceOf(InvalidException.class);
        }
        assertThatThrownBy(() -> complete(task, Map.of("action", "correct", "characteristics", "{broken")))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> complete(task, Map.of("action", "correct", "characteristics", "{\"colour\": 7}")))
                .isInstanceOf(InvalidException.class);

        complete(task, Map.of("action", "abort", "note", "客户取消"));
        awaitEnd(opening, "serviceNotOpened");
    }

    @Test
    void aFalloutNobodyResolvesGoesToTheManager() {
        var opening = refusedActivation();
        var before = awaitTask(opening, "resolveFallout");

        fire(opening, "resolutionOverdue");

        var task = awaitTask(opening, "resolveFallout");
        assertThat(task.getId()).isNotEqualTo(before.getId());
        assertThat(groups(task)).containsExactly("manager@nanjing");
        assertThat(fallouts(opening))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("level", 1));
        complete(task, Map.of("action", "retry"));
        awaitEnd(opening, "serviceOpened");
    }

    @Test
    void whyItCameToItsGroupIsTheRowOfThePolicy() {
        var task = awaitTask(refusedActivation(), "resolveFallout");

        var why = Caller.as("operations.nanjing")
                .get("/api/tasks/" + task.getId() + "/why")
                .json()
                .get(0);

        assertThat(why.get("decision").asText()).isEqualTo("fallout-policy");
        assertThat(why.get("rules")).isNotEmpty();
        assertThat(why.at("/outputs/0/ownerRole").asText()).isEqualTo("operations");
        assertThat(why.at("/inputs/system").asText()).isEqualTo("boss");
        assertThat(why.get("table").isNull()).isFalse();
        complete(task, Map.of("action", "abort", "note", "测试"));
    }

    @Test
    void anAnswerThatComesAfterAllResolvesTheFallout() {
        sandbox.breaks("eoms", "silent", Map.of());
        sandbox.behaves("eoms", Map.of("manual", true));
        var opening = open("leased-line", "add");
        awaitStep(workOrder(opening) + ":construct:1", "ACKNOWLEDGED");
        for (var proof = 1; proof <= 4; proof++) {
            fire(opening, "answerOverdue");
            aWhile();
        }
        var task = awaitTask(opening, "resolveFallout");
        assertThat(engine.getVariable(task.getExecutionId(), "errorClass")).isIn("silent", "overdue");

        asSystem(() -> {
            answers.hear(answer(workOrder(opening), State.COMPLETED));
            return null;
        });

        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
        awaitEnd(opening, "serviceOpened");
        assertThat(fallouts(opening))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("resolution", "answered"));
        assertThat(sandbox.ledger(workOrder(opening) + ":construct:2")).isEmpty();
    }

    @Test
    void whatWasStoppedAtTheUnitIsNotSentAgain() {
        sandbox.behaves("eoms", Map.of("manual", true));
        var opening = open("leased-line", "add");
        awaitStep(workOrder(opening) + ":construct:1", "ACKNOWLEDGED");

        asSystem(() -> {
            answers.hear(answer(workOrder(opening), State.CANCELLED));
            return null;
        });

        awaitEnd(opening, "serviceNotOpened");
        assertThat(fallouts(opening))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("plan", "abort").containsEntry("resolution", "abort"));
        assertThat(sandbox.ledger(workOrder(opening) + ":construct:2")).isEmpty();
    }

    @Test
    void theSameTroubleHasTheSameFingerprint() {
        var first = refusedActivation();
        complete(awaitTask(first, "resolveFallout"), Map.of("action", "abort", "note", "测试"));
        var second = refusedActivation();
        complete(awaitTask(second, "resolveFallout"), Map.of("action", "abort", "note", "测试"));

        assertThat(fallouts(first).get(0).get("fingerprint"))
                .asString()
                .startsWith("boss:activate:refused:")
                .isEqualTo(fallouts(second).get(0).get("fingerprint"));
    }

    private ProcessInstance refusedActivation() {
        sandbox.breaks("boss", "refuse", Map.of("times", 1));
        return open("vpmn", "add");
    }

    @Test
    void aResendRuleMaySayThatAStepIsGivenUpWhenItsCallsAreUsedUp() {
        afterwards("boss", "activate", "ABORT");
        sandbox.breaks("boss", "error500", Map.of());
        var instance = open("vpmn", "add");

        awaitEnd(instance, "serviceNotOpened");

        assertThat(order(instance).state()).isEqualTo("failed");
        assertThat(fallouts(instance)).singleElement().satisfies(fallout -> {
            assertThat(fallout).containsEntry("plan", "abort").containsEntry("resolution", "abort");
        });
    }

    @Test
    void aResendRuleMaySayThatTheServiceOrderIsRolledBackWhenItsCallsAreUsedUp() {
        afterwards("eoms", "construct", "ROLLBACK");
        sandbox.breaks("eoms", "error500", Map.of("operation", "resourceOrder.create"));
        var instance = open("leased-line", "add");

        awaitEnd(instance, "serviceNotOpened");

        assertThat(order(instance).state()).isEqualTo("failed");
        assertThat(sandbox.applied(instance.getBusinessKey() + ":release:1")).isEqualTo(1);
        assertThat(fallouts(instance)).singleElement().satisfies(fallout -> {
            assertThat(fallout).containsEntry("plan", "roll-back-item");
        });
    }

    @Test
    void whatASystemRefusesGoesByTheFalloutPolicyWhateverTheResendRuleSays() {
        afterwards("boss", "activate", "ABORT");
        sandbox.breaks("boss", "refuse", Map.of());
        var instance = open("vpmn", "add");

        awaitTask(instance, "resolveFallout");

        assertThat(fallouts(instance).get(0)).containsEntry("plan", "manual");
    }

    private void afterwards(String system, String step, String afterwards) {
        asSystem(() -> jdbc.sql("""
                        INSERT INTO systems.resend_policy (system, step, error_class, attempts, intervals, jitter_percent, afterwards)
                        VALUES (:system, :step, '*', 1, 'PT0.1S', 0, :afterwards)
                        """)
                .param("system", system)
                .param("step", step)
                .param("afterwards", afterwards)
                .update());
    }
}
