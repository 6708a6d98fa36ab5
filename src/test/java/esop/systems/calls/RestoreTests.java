package esop.systems.calls;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A restored backup has forgotten what was sent after it was taken; the systems have not. */
@EsopTest
class RestoreTests extends CallScene {

    @Autowired
    private AfterRestore restore;

    private long number;

    @BeforeEach
    void remember() {
        number = nextOrder();
    }

    @AfterEach
    void trustAgain() {
        inTransaction(() -> jdbc.sql("DELETE FROM systems.restore").update());
    }

    @Test
    void whatTheBackupHeldAsUnsentIsAskedForAndNotSentAgain() {
        activate(step);
        awaitCall(step, CallState.DONE);
        assertThat(restore.begin(aggregate)).isTrue();
        asOfTheBackup("NEW");
        awaitCall(step, CallState.DONE);

        assertThat(sandbox.ledger(step.key())).extracting("applied").containsExactly("yes");
        assertThat(told).last().extracting("source").isEqualTo(Source.PROOF);
    }

    @Test
    void whatTheBackupHadNotHeardOfIsAskedForToo() {
        activate(step);
        awaitCall(step, CallState.DONE);
        restore.begin(aggregate);
        inTransaction(() -> {
            jdbc.sql("DELETE FROM systems.system_call_attempt WHERE call_key = :key")
                    .param("key", step.key())
                    .update();
            jdbc.sql("DELETE FROM systems.system_call WHERE key = :key")
                    .param("key", step.key())
                    .update();
        });
        activate(step);
        awaitCall(step, CallState.DONE);

        assertThat(sandbox.ledger(step.key())).extracting("applied").containsExactly("yes");
        assertThat(told).last().extracting("source").isEqualTo(Source.PROOF);
    }

    @Test
    void whatWasToBeSentAgainIsDoubtedToo() {
        activate(step);
        awaitCall(step, CallState.DONE);
        inTransaction(() -> {
            asOfTheBackup("RETRY");
            restore.begin(aggregate);
        });
        awaitCall(step, CallState.DONE);

        assertThat(sandbox.ledger(step.key())).extracting("applied").containsExactly("yes");
    }

    @Test
    void whatWasNeverSentGoesOutOnce() {
        restore.begin(aggregate);
        activate(step);
        awaitCall(step, CallState.DONE);

        assertThat(sandbox.ledger(step.key())).extracting("applied").containsExactly("yes");
        assertThat(told).hasSize(1);
    }

    @Test
    void anAnswerThatCameAfterTheBackupIsAskedFor() {
        sandbox.behaves("eoms", Map.of("manual", true));
        order(step);
        awaitTold(State.ACKNOWLEDGED);
        sandbox.answers("eoms", "resourceOrder", step.key(), "complete", "");
        awaitTold(State.COMPLETED);
        inTransaction(() -> jdbc.sql("UPDATE systems.system_call SET reported_state = 'ACKNOWLEDGED' WHERE key = :key")
                .param("key", step.key())
                .update());
        told.clear();

        restore.begin(aggregate);

        awaitTold(State.COMPLETED);
        assertThat(told).last().extracting("source").isEqualTo(Source.PROOF);
    }

    @Test
    void noNumberIsGivenTwiceAndARestoreBeginsOnce() {
        restore.begin(aggregate);
        var after = nextOrder();
        assertThat(after - number).isGreaterThan(99_999);
        assertThat(restore.begin(aggregate)).isFalse();
        assertThat(nextOrder() - after).isLessThan(1_000);
    }

    private void asOfTheBackup(String state) {
        inTransaction(() ->
                jdbc.sql("""
                        UPDATE systems.system_call
                        SET state = :state, attempts = 0, external_id = NULL, reported_state = NULL, answer = NULL, next_at = now()
                        WHERE key = :key
                        """).param("state", state).param("key", step.key()).update());
    }

    private long nextOrder() {
        return jdbc.sql("SELECT nextval('ordering.product_order_number')")
                .query(Long.class)
                .single();
    }
}
