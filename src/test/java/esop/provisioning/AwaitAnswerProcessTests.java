package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import esop.EsopTest;
import esop.systems.Step;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class AwaitAnswerProcessTests extends ProvisioningScene {

    @Autowired
    private RequestedStepRepository steps;

    @Test
    void anAnswerThatIsQuickerThanTheWaitIsNotLost() {
        var step = requested();
        asSystem(() -> {
            answers.hear(told(step, State.COMPLETED));
            return null;
        });

        var waiting = waitFor(step);

        assertThat(waiting).isEnded().hasPassed("answerKnown").hasNotPassed("awaitAnswer");
        assertThat(waiting.getVariables()).containsEntry("outcome", "done");
    }

    @Test
    void fiveAnswersAtOnceWakeOnce() {
        var step = requested();
        var waiting = waitFor(step);
        assertThat(waiting).isWaitingAt("awaitAnswer");

        var told = Stream.generate(() -> CompletableFuture.runAsync(() -> asSystem(() -> {
                    answers.hear(told(step, State.COMPLETED));
                    return null;
                })))
                .limit(5)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(told).join();

        await().atMost(SOON).untilAsserted(() -> assertThat(waiting).isEnded());
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(waiting.getId())
                        .activityId("noteAnswer")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aWordInBetweenNeitherWakesNorMovesTheTimeLimit() {
        var step = requested();
        var waiting = waitFor(step);
        var until = (Date) engine.getVariable(waiting.getId(), "waitUntil");

        asSystem(() -> {
            answers.hear(told(step, State.IN_PROGRESS));
            return null;
        });

        assertThat(waiting).isWaitingAt("awaitAnswer");
        assertThat((Date) engine.getVariable(waiting.getId(), "waitUntil")).isEqualTo(until);

        asSystem(() -> {
            answers.hear(told(step, State.COMPLETED));
            return null;
        });
        await().atMost(SOON).untilAsserted(() -> assertThat(waiting).isEnded());
    }

    @Test
    void aUnitThatProvesToBeWorkingIsWaitedForAgain() {
        sandbox.behaves("eoms", Map.of("manual", true));
        var opening = open("leased-line", "add");
        awaitStep(workOrder(opening) + ":construct:1", "ACKNOWLEDGED");

        fire(opening, "answerOverdue");

        await().atMost(SOON)
                .until(() -> asSystem(() -> steps.find(Step.of(workOrder(opening), "construct")))
                                .orElseThrow()
                                .asked()
                        != null);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(waitUntil(opening))
                        .isAfter(Date.from(Instant.now().plus(Duration.ofDays(1)))));
        sandbox.behaves("eoms", Map.of("manual", false));
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));
        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "await-answer")).isEqualTo("answerKnown");
    }

    @Test
    void silenceEndsAfterSoManyProofs() {
        sandbox.behaves("eoms", Map.of("manual", true));
        var opening = open("leased-line", "add");
        awaitStep(workOrder(opening) + ":construct:1", "ACKNOWLEDGED");

        for (var proof = 1; proof <= 4; proof++) {
            fire(opening, "answerOverdue");
            aWhile();
        }

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "单位不再答复"));
        awaitEnd(opening, "serviceNotOpened");
        assertThat(history.createHistoricActivityInstanceQuery().activityId("noAnswer").list().stream()
                        .filter(end -> end.getRootProcessInstanceId().equals(opening.getId())))
                .hasSize(1);
    }

    private Step requested() {
        var id = recorded("vpmn", "add");
        var step = Step.of(id, "activate");
        asSystem(() -> {
            steps.add(RequestedStep.of(step, id, null, "boss", "nanjing"));
            return null;
        });
        return step;
    }

    private ProcessInstanceWithVariables waitFor(Step step) {
        return asSystem(() -> engine.createProcessInstanceByKey("await-answer")
                .businessKey(step.key())
                .setVariables(Map.of(
                        "stepKey",
                        step.key(),
                        "system",
                        "boss",
                        "step",
                        "activate",
                        "product",
                        "vpmn",
                        "city",
                        "nanjing"))
                .executeWithVariablesInReturn());
    }

    private static StepAnswered told(Step step, State state) {
        return answer(step, "boss", state);
    }

    private Date waitUntil(ProcessInstance opening) {
        return engine.createVariableInstanceQuery().variableName("waitUntil").list().stream()
                .filter(variable -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(variable.getProcessInstanceId())
                        .singleResult()
                        .getRootProcessInstanceId()
                        .equals(opening.getId()))
                .map(variable -> (Date) variable.getValue())
                .findFirst()
                .orElse(new Date(0));
    }
}
