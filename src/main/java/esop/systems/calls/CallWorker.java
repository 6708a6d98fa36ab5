package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.identity.DataScope;
import esop.systems.calls.Exchange.Answered;
import esop.systems.calls.Utterance.Settled;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries one claimed call through: the request outside of any transaction, then one transaction for what came of it. */
@Component
class CallWorker {

    private static final Logger log = LoggerFactory.getLogger(CallWorker.class);
    private static final int DELIVERIES = 8;

    private final Protocols protocols;
    private final SystemClient client;
    private final ResendPolicies policies;
    private final CallAnswers answers;
    private final CallAttempts attempts;
    private final LaneQueue lanes;
    private final CallSettings settings;
    private final MeterRegistry meters;

    CallWorker(
            Protocols protocols,
            SystemClient client,
            ResendPolicies policies,
            CallAnswers answers,
            CallAttempts attempts,
            LaneQueue lanes,
            CallSettings settings,
            MeterRegistry meters) {
        this.protocols = protocols;
        this.client = client;
        this.policies = policies;
        this.answers = answers;
        this.attempts = attempts;
        this.lanes = lanes;
        this.settings = settings;
        this.meters = meters;
    }

    /** Empty where the system was not asked. */
    Optional<Exchange> work(SystemCall call, BackingSystem system, long claimedAt) {
        return DataScope.asSystem(() -> {
            if (call.undelivered() != null) {
                tellAgain(call);
                return Optional.empty();
            }
            return call.state() == CallState.SENDING ? send(call, system, claimedAt) : prove(call, system);
        });
    }

    private Optional<Exchange> send(SystemCall call, BackingSystem system, long claimedAt) {
        var protocol = protocols.of(call.operation());
        var judgement = judgement(call, system, protocol);
        Utterance utterance;
        try {
            utterance = protocol.say(call, path -> inquire(system, path));
        } catch (Inquiry.Unanswered silence) {
            return store(call, "SEND", silence.exchange(), Duration.ZERO, judgement.beforeSending(silence.exchange()));
        }
        if (utterance instanceof Settled known) {
            deliver(call, judgement.withoutSending(known));
            return Optional.empty();
        }
        // A worker that was frozen must not speak for a call that somebody else holds by now.
        if (System.nanoTime() - claimedAt
                > settings.lease().minus(system.timeout()).toNanos()) {
            log.warn("{} was held too long before sending and is given back", call.key());
            return Optional.empty();
        }
        var started = System.nanoTime();
        var exchange = client.exchange(system, (Request) utterance, call.key(), system.timeout());
        var took = Duration.ofNanos(System.nanoTime() - started);
        var reading = exchange instanceof Answered answered
                ? protocol.read(call, answered.body())
                : Optional.<Reading>empty();
        return store(call, "SEND", exchange, took, judgement.afterSending(exchange, reading));
    }

    private Optional<Exchange> prove(SystemCall call, BackingSystem system) {
        var protocol = protocols.of(call.operation());
        var judgement = judgement(call, system, protocol);
        var question = protocol.proof(call);
        if (question.isEmpty() || !system.supportsProof()) {
            deliver(call, judgement.unprovable());
            return Optional.empty();
        }
        var started = System.nanoTime();
        var exchange = client.exchange(system, question.get(), null, system.timeout());
        var took = Duration.ofNanos(System.nanoTime() - started);
        return store(call, "PROOF", exchange, took, judgement.afterProof(exchange, trace(call, protocol, exchange)));
    }

    /** A list or a single resource; the first one that bears the call's trace. */
    private static Optional<Reading> trace(SystemCall call, Protocol protocol, Exchange exchange) {
        if (!(exchange instanceof Answered answered)) {
            return Optional.empty();
        }
        var body = answered.body();
        var found =
                body.isArray() ? StreamSupport.stream(body.spliterator(), false).toList() : List.of(body);
        return found.stream()
                .filter(resource -> protocol.proves(call, resource))
                .findFirst()
                .flatMap(resource -> protocol.read(call, resource));
    }

    private JsonNode inquire(BackingSystem system, String path) {
        var exchange = client.exchange(system, Request.get(path), null, system.timeout());
        if (exchange instanceof Answered answered) {
            return answered.body();
        }
        throw new Inquiry.Unanswered(exchange);
    }

    private Optional<Exchange> store(SystemCall call, String kind, Exchange exchange, Duration took, Verdict verdict) {
        meters.timer("esop.calls", "system", call.system(), "kind", kind, "outcome", CallAttempts.outcome(exchange))
                .record(took);
        var held = deliver(call, verdict);
        attempts.add(call, kind, exchange, took, !held);
        return Optional.of(exchange);
    }

    /** Parallel branches of one process collide when answers arrive together: then the whole transaction is tried again. */
    private boolean deliver(SystemCall call, Verdict verdict) {
        for (var attempt = 1; ; attempt++) {
            try {
                var held = answers.store(call, verdict);
                if (held && call.lane() != null && !verdict.state().isOpen()) {
                    lanes.ended(call.system(), call.lane());
                }
                return held;
            } catch (RuntimeException failure) {
                if (attempt == DELIVERIES) {
                    log.error("{} was answered, but its module cannot take the answer now", call.key(), failure);
                    meters.counter("esop.calls.undelivered", "system", call.system())
                            .increment();
                    return answers.keepForLater(call, verdict, settings.redelivery());
                }
                Backoff.pause(attempt);
            }
        }
    }

    private void tellAgain(SystemCall call) {
        try {
            answers.tellAgain(call);
        } catch (RuntimeException failure) {
            log.error("{} still cannot be told to its module", call.key(), failure);
            answers.postpone(call, settings.redelivery());
        }
    }

    private Judgement judgement(SystemCall call, BackingSystem system, Protocol protocol) {
        return new Judgement(
                call,
                system.supportsProof() && protocol.proof(call).isPresent(),
                system.supportsIdempotency(),
                settings.proofDelay(),
                errorClass -> policies.of(call, errorClass));
    }
}
