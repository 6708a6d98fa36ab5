package esop.systems.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.EsopTest;
import esop.systems.StepAnswered.State;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An answer and what the module makes of it are one transaction; a module that cannot take it now gets it later. */
@EsopTest
class DeliveryTests extends CallScene {

    /** Injection point: the module's own change fails twice, as colliding branches of a process do. */
    @Test
    void anAnswerIsToldAgainWhenTheModuleCollided() {
        var tries = new AtomicInteger();
        module = answer -> {
            if (tries.incrementAndGet() <= 2) {
                throw new IllegalStateException("collided");
            }
        };

        activate(step);
        awaitCall(step, CallState.DONE);

        assertThat(tries).hasValue(3);
        assertThat(told).hasSize(1);
        assertThat(sandbox.ledger(step.key())).hasSize(1);
    }

    @Test
    void whatTheModuleWroteBeforeItFailedIsUndone() {
        var tries = new AtomicInteger();
        module = answer -> {
            policy("written-" + tries.incrementAndGet(), 1, "PT1S");
            if (tries.get() == 1) {
                throw new IllegalStateException("after the write");
            }
        };

        activate(step);
        await().atMost(SOON).until(() -> told.size() == 1);
        awaitCall(step, CallState.DONE);

        inTransaction(() -> {
            var written = jdbc.sql("SELECT error_class FROM systems.resend_policy WHERE error_class LIKE 'written-%'")
                    .query(String.class)
                    .list();
            jdbc.sql("DELETE FROM systems.resend_policy WHERE error_class LIKE 'written-%'")
                    .update();
            assertThat(written).containsExactly("written-2");
        });
    }

    /** Injection point: the module is broken for longer than anybody waits. */
    @Test
    void anAnswerNobodyCanTakeNowIsKeptAndNotAskedForAgain() {
        module = answer -> {
            throw new IllegalStateException("broken");
        };
        activate(step);
        awaitCall(step, CallState.DONE);
        assertThat(told).isEmpty();

        module = answer -> {};
        awaitTold(State.COMPLETED);
        aWhile();

        assertThat(told).hasSize(1);
        assertThat(sandbox.ledger(step.key())).hasSize(1);
    }
}
