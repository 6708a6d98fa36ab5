package esop.systems.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.EsopTest;
import esop.identity.DataScope;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer is not a failure: the system is asked, and only what never arrived goes out again, under the same key. */
@EsopTest
class SilenceTests extends CallScene {

    /** Injection point: the answer on its way back. The effect exists; a resend would show as a duplicate in the ledger. */
    @ParameterizedTest
    @CsvSource({
        "timeout-after,timeout",
        "garbage,garbage",
        "truncated,truncated",
        "reset,reset",
        "large,too-large",
        "trickle,timeout"
    })
    void whatWasAppliedThoughItsAnswerGotLostIsProvenAndNotSentAgain(String mode, String errorClass) {
        sandbox.behaves("messages", Map.of("answerAfterMs", 60_000));
        sandbox.breaks("messages", mode, Map.of("times", 1, "operation", "communicationMessage.create"));

        send(step);
        awaitCall(step, CallState.DONE);

        assertThat(sandbox.ledger(step.key())).extracting("applied").containsExactly("yes");
        assertThat(told.get(0).source()).isEqualTo(Source.PROOF);
        assertThat(call(step).attempts()).isEqualTo(1);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(log()).startsWith("SEND " + errorClass).endsWith("PROOF answered"));
    }

    /** Injection point: the request on its way, or the system before it applied anything. */
    @ParameterizedTest
    @ValueSource(strings = {"timeout-before", "error500"})
    void whatNeverArrivedGoesOutAgainUnderTheSameKey(String mode) {
        sandbox.breaks("messages", mode, Map.of("times", 2, "operation", "communicationMessage.create"));

        send(step);
        awaitCall(step, CallState.DONE);

        assertThat(sandbox.applied(step.key())).isEqualTo(1);
        assertThat(sandbox.ledger(step.key()))
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.idempotencyKey()).isEqualTo(step.key()));
        assertThat(told)
                .filteredOn(answer -> answer.state() == State.ACKNOWLEDGED)
                .hasSize(1);
    }

    @Test
    void whatFailsForEverIsGivenUpWhenItsAttemptsAreUsedUp() {
        sandbox.breaks("boss", "error500", Map.of("operation", "service.create"));

        activate(step);
        awaitCall(step, CallState.DEAD);
        aWhile();

        assertThat(told)
                .extracting(StepAnswered::state, StepAnswered::errorClass)
                .containsExactly(org.assertj.core.api.Assertions.tuple(State.FAILED, "http-500"));
        assertThat(sandbox.ledger(step.key())).hasSize(3);
        assertThat(sandbox.applied(step.key())).isZero();
    }

    @Test
    void whatCannotBeProvenEitherIsUnreachable() {
        sandbox.breaks("boss", "error500", Map.of());

        activate(step);
        awaitCall(step, CallState.DEAD);

        assertThat(told)
                .extracting(StepAnswered::state, StepAnswered::errorClass)
                .containsExactly(org.assertj.core.api.Assertions.tuple(State.UNREACHABLE, "http-500"));
        assertThat(sandbox.ledger(step.key()))
                .as("never sent again without proof")
                .hasSize(1);
    }

    @Test
    void aChangedPolicyActsAtTheNextFailure() {
        policy("*", 1, "PT0.1S");
        sandbox.breaks("boss", "error500", Map.of("operation", "service.create"));

        activate(step);
        awaitCall(step, CallState.DEAD);

        assertThat(sandbox.ledger(step.key())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"http-500,4", "http-*,2"})
    void theMostExactPolicyDecides(String errorClass, int attempts) {
        policy(errorClass, attempts, "PT0.05S");
        try {
            sandbox.breaks("boss", "error500", Map.of("operation", "service.create"));

            activate(step);
            awaitCall(step, CallState.DEAD);

            assertThat(sandbox.ledger(step.key())).hasSize(attempts);
        } finally {
            inTransaction(
                    () -> jdbc.sql("DELETE FROM systems.resend_policy WHERE step = 'probe' AND error_class <> '*'")
                            .update());
        }
    }

    private List<String> log() {
        return DataScope.asSystem(() -> transaction.execute(status -> jdbc.sql(
                        "SELECT kind || ' ' || outcome FROM systems.system_call_attempt WHERE call_key = :key ORDER BY id")
                .param("key", step.key())
                .query(String.class)
                .list()));
    }
}
