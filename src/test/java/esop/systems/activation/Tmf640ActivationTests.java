package esop.systems.activation;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.systems.Step;
import esop.systems.StepAnswered.State;
import esop.systems.calls.CallScene;
import esop.systems.calls.CallState;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EsopTest
class Tmf640ActivationTests extends CallScene {

    @AfterEach
    void bossAnswersAtOnceAgain() {
        sandbox.behaves("boss", Map.of("answerAfterMs", 1500, "monitor", false));
    }

    @Test
    void aServiceIsOpenedChangedAndEndedInOneRecordOfBoss() {
        var opened = asked("open", "add", Map.of("members", 12));
        awaitCall(opened, CallState.DONE);
        var changed = asked("change", "modify", Map.of("members", 20));
        awaitCall(changed, CallState.DONE);
        var ended = asked("end", "delete", Map.of());
        awaitCall(ended, CallState.DONE);

        assertThat(states()).containsExactly(State.COMPLETED, State.COMPLETED, State.COMPLETED);
        assertThat(call(changed).externalId()).isEqualTo(call(opened).externalId());
        assertThat(call(ended).answer().path("state").asText()).isEqualTo("terminated");
        assertThat(sandbox.ledger(ended.key())).extracting("operation").containsExactly("service.patch");
    }

    /** Injection point: the answer to the change gets lost after it was applied. */
    @Test
    void aChangeWhoseAnswerGotLostIsProvenOnTheServiceItself() {
        var opened = asked("open", "add", Map.of("members", 12));
        awaitCall(opened, CallState.DONE);
        sandbox.breaks("boss", "garbage", Map.of("times", 1, "operation", "service.patch"));
        var changed = asked("change", "modify", Map.of("members", 20));
        awaitCall(changed, CallState.DONE);

        assertThat(sandbox.ledger(changed.key())).extracting("applied").containsExactly("yes");
    }

    @Test
    void aServiceThatTakesItsTimeIsFollowedByItsMonitor() {
        sandbox.behaves("boss", Map.of("answerAfterMs", 500, "monitor", true));

        var opened = asked("open", "add", Map.of("members", 12));
        awaitTold(State.COMPLETED);

        assertThat(states()).containsExactly(State.IN_PROGRESS, State.COMPLETED);
        assertThat(call(opened).externalId()).startsWith("BOSS-S-");
    }

    @Test
    void whatWasNeverOpenedCannotBeChanged() {
        var changed = asked("change", "modify", Map.of("members", 20));
        awaitCall(changed, CallState.DEAD);

        assertThat(told).singleElement().satisfies(answer -> {
            assertThat(answer.state()).isEqualTo(State.REJECTED);
            assertThat(answer.message()).contains("no such service");
        });
        assertThat(sandbox.ledger(changed.key())).isEmpty();
    }

    private Step asked(String name, String action, Map<String, ?> characteristics) {
        var which = Step.of(aggregate, name);
        inTransaction(() -> activation.activate(which, NANJING, "vpmn", action, "C-" + aggregate, characteristics));
        return which;
    }
}
