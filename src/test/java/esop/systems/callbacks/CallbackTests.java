package esop.systems.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.EsopTest;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import esop.systems.calls.CallScene;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The sandbox's callbacks, in order and in every disorder it can play. */
@EsopTest
class CallbackTests extends CallScene {

    @Test
    void aConstructionOrderIsFollowedToItsEnd() {
        order(step);
        awaitTold(State.COMPLETED);

        assertThat(states()).containsExactly(State.ACKNOWLEDGED, State.IN_PROGRESS, State.COMPLETED);
        assertThat(told).extracting("source").containsExactly(Source.RESPONSE, Source.CALLBACK, Source.CALLBACK);
        assertThat(sandbox.applied(step.key())).isEqualTo(1);
    }

    /** Injection point: each callback five times in parallel. */
    @Test
    void aCallbackFiveTimesAtOnceIsOneNews() {
        sandbox.breaks("eoms", "duplicate-callback", Map.of());
        order(step);
        awaitTold(State.COMPLETED);
        aWhile();

        assertThat(states()).containsExactly(State.ACKNOWLEDGED, State.IN_PROGRESS, State.COMPLETED);
    }

    /** Injection point: the callbacks come before the answer to our own request. */
    @Test
    void aCallbackBeforeOurOwnCommitIsParkedAndTakenLater() {
        sandbox.breaks("eoms", "callback-first", Map.of());
        order(step);
        awaitTold(State.COMPLETED);
        aWhile();

        assertThat(states()).doesNotHaveDuplicates().endsWith(State.COMPLETED);
        assertThat(reasons()).contains("too-early");
        assertThat(sandbox.applied(step.key())).isEqualTo(1);
    }

    /** Injection point: the newest state comes first, the older ones after it. */
    @Test
    void whatComesInReverseOrderDoesNotGoBackwards() {
        sandbox.breaks("eoms", "reorder-callbacks", Map.of());
        order(step);
        awaitTold(State.COMPLETED);
        await().atMost(SOON).until(() -> recorded("REFUSED").contains("ended"));

        assertThat(states()).containsExactly(State.ACKNOWLEDGED, State.COMPLETED);
    }

    /** Injection point: a state that no state model knows comes before the true one. */
    @Test
    void anUnknownStateIsRefusedAndTheTrueOneTaken() {
        sandbox.breaks("eoms", "wrong-state", Map.of());
        order(step);
        awaitTold(State.COMPLETED);

        assertThat(recorded("REFUSED")).contains("unknown-state");
        assertThat(states()).containsExactly(State.ACKNOWLEDGED, State.IN_PROGRESS, State.COMPLETED);
    }

    /** Injection point: the module's change collides again and again, then for longer than one tries. */
    @Test
    void aCallbackItsModuleCannotTakeNowIsTakenLater() {
        var tries = new AtomicInteger();
        module = answer -> {
            if (answer.state() == State.COMPLETED && tries.incrementAndGet() <= 10) {
                throw new IllegalStateException("collided");
            }
        };

        order(step);
        awaitTold(State.COMPLETED);
        aWhile();

        assertThat(states()).containsExactly(State.ACKNOWLEDGED, State.IN_PROGRESS, State.COMPLETED);
        assertThat(tries).hasValue(11);
    }

    /** Injection point: our request times out though it was applied; the callback is proof enough. */
    @Test
    void aCallbackEndsTheDoubtAboutALostAnswer() {
        policy("*", 9, "PT30S");
        sandbox.breaks("eoms", "error500", Map.of("apply", true));

        order(step);
        awaitTold(State.COMPLETED);

        assertThat(call(step).state()).isEqualTo("DONE");
        assertThat(sandbox.ledger(step.key())).hasSize(1);
    }

    private List<String> reasons() {
        return column("SELECT waited_for FROM systems.callback WHERE call_key = :key AND waited_for IS NOT NULL");
    }

    private List<String> recorded(String state) {
        return column("SELECT reason FROM systems.callback WHERE call_key = :key AND state = '" + state + "'");
    }

    private List<String> column(String sql) {
        return esop.identity.DataScope.asSystem(() -> transaction.execute(status ->
                jdbc.sql(sql).param("key", step.key()).query(String.class).list()));
    }
}
