package esop.systems.calls;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.identity.DataScope;
import esop.systems.calls.Exchange.NotSent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A worker that froze past its lease, or died with it, neither loses a call nor makes it twice. */
@EsopTest
class LeaseTests extends CallScene {

    private static final Duration SHORT = Duration.ofMillis(200);

    @Autowired
    private CallClaims claims;

    @Autowired
    private HandOver handOver;

    @Autowired
    private CallAnswers answers;

    @Autowired
    private CallWorker worker;

    @Autowired
    private SystemClient client;

    @Autowired
    private Protocols protocols;

    @Autowired
    private BackingSystems systems;

    /** Injection point: after the claim, before the request. */
    @Test
    void aWorkerThatThawsBeforeItsRequestSendsNothingMore() {
        var claimedAt = System.nanoTime() - Duration.ofMinutes(1).toNanos();
        var frozen = claimAndFreeze();
        awaitCall(step, CallState.DONE);

        DataScope.asSystem(() -> worker.work(frozen, systems.get("boss"), claimedAt));
        aWhile();

        assertThat(sandbox.ledger(step.key())).extracting("applied").containsExactly("yes");
        assertThat(told).hasSize(1);
    }

    /** Injection point: between the system's answer and our commit, as a kill -9 there leaves it. */
    @Test
    void anAnswerThatDiedWithItsWorkerIsProvenAndNotSentAgain() {
        var frozen = claimAndFreeze();
        var request = (Request) protocols.of(frozen.operation()).say(frozen, path -> null);
        client.exchange(systems.get("boss"), request, frozen.key(), Duration.ofSeconds(2));

        awaitCall(step, CallState.DONE);

        assertThat(sandbox.ledger(step.key())).extracting("applied").containsExactly("yes");
        assertThat(told).singleElement().extracting("source").hasToString("PROOF");
    }

    /** Injection point: the thawed worker comes with a verdict of its own after another has finished. */
    @Test
    void aWorkerWithoutItsLeaseStoresNothing() {
        var frozen = claimAndFreeze();
        awaitCall(step, CallState.DONE);

        var verdict = new Judgement(
                        frozen,
                        true,
                        true,
                        false,
                        SHORT,
                        why -> new ResendPolicy(9, java.util.List.of(Duration.ZERO), 0))
                .afterSending(new NotSent("thawed"), Optional.empty());
        assertThat(verdict.state()).isEqualTo(CallState.RETRY);
        var stored = DataScope.asSystem(() -> answers.store(frozen, verdict, null));
        aWhile();

        assertThat(stored).isFalse();
        assertThat(call(step).state()).isEqualTo("DONE");
        assertThat(sandbox.ledger(step.key())).hasSize(1);
    }

    /** Recorded and claimed in one transaction, so that the dispatcher sees it only when the lease has run out. */
    private SystemCall claimAndFreeze() {
        var held = new AtomicReference<SystemCall>();
        var places = Stream.generate(() -> handOver.place("boss"))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList();
        inTransaction(() -> {
            activation.activate(step, NANJING, "vpmn", "add", "C-" + aggregate, Map.of());
            held.set(claims.claim(Map.of("boss", 50), SHORT).stream()
                    .filter(call -> call.key().equals(step.key()))
                    .findFirst()
                    .orElseThrow());
        });
        places.forEach(handOver::leave);
        return held.get();
    }
}
