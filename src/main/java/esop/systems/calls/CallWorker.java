package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.identity.DataScope;
import esop.systems.calls.CallAttempts.Attempt;
import esop.systems.calls.Exchange.Answered;
import esop.systems.calls.Utterance.Settled;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries one claimed call through: the request outside of any transaction, then one transaction for what came of it. */
@Component
class CallWorker {

    private static final Logger log = LoggerFactory.getLogger(CallWorker.class);

    private final Protocols protocols;
    private final SystemClient client;
    private final SystemGuards guards;
    private final ResendPolicies policies;
    private final AnswerDelivery delivery;
    private final CallSettings settings;
    private final MeterRegistry meters;

    CallWorker(
            Protocols protocols,
            SystemClient client,
            SystemGuards guards,
            ResendPolicies policies,
            AnswerDelivery delivery,
            CallSettings settings,
            MeterRegistry meters) {
        this.protocols = protocols;
        this.client = client;
        this.guards = guards;
        this.policies = policies;
        this.delivery = delivery;
        this.settings = settings;
        this.meters = meters;
    }

    /** Empty where the system was not asked. */
    Optional<Exchange> work(SystemCall call, BackingSystem system, long claimedAt) {
        return DataScope.asSystem(() -> {
            if (call.undelivered() != null) {
                delivery.tellAgain(call);
                return Optional.empty();
            }
            var protocol = protocols.of(call.operation());
            return call.state() == CallState.SENDING
                    ? send(call, system, protocol, claimedAt)
                    : prove(call, system, protocol);
        });
    }

    private Optional<Exchange> send(SystemCall call, BackingSystem system, Protocol protocol, long claimedAt) {
        Utterance utterance;
        try {
            utterance = protocol.say(call, question -> inquire(system, question));
        } catch (Inquiry.Unanswered silence) {
            var verdict = judgement(call, system, protocol).beforeSending(silence.exchange());
            return store(call, "SEND", silence.exchange(), Duration.ZERO, verdict);
        } catch (RuntimeException failure) {
            log.error("{} cannot be said", call.key(), failure);
            delivery.deliver(call, judgement(call, system, protocol).unspeakable(failure), null);
            return Optional.empty();
        }
        if (utterance instanceof Settled known) {
            delivery.deliver(call, judgement(call, system, protocol).withoutSending(known), null);
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
                ? Trace.read(answered.body(), call, protocol)
                : Optional.<Reading>empty();
        return store(
                call, "SEND", exchange, took, judgement(call, system, protocol).afterSending(exchange, reading));
    }

    private Optional<Exchange> prove(SystemCall call, BackingSystem system, Protocol protocol) {
        var question = protocol.proof(call);
        if (question.isEmpty() || !system.supportsProof()) {
            delivery.deliver(call, judgement(call, system, protocol).unprovable(), null);
            return Optional.empty();
        }
        var started = System.nanoTime();
        var exchange = client.exchange(system, question.get(), null, system.timeout());
        var took = Duration.ofNanos(System.nanoTime() - started);
        var trace = exchange instanceof Answered answered ? Trace.in(answered.body(), call, protocol) : Trace.none();
        return store(
                call, "PROOF", exchange, took, judgement(call, system, protocol).afterProof(exchange, trace));
    }

    private JsonNode inquire(BackingSystem system, Request question) {
        var exchange = client.exchange(system, question, null, system.timeout());
        if (exchange instanceof Answered answered) {
            return answered.body();
        }
        throw new Inquiry.Unanswered(exchange);
    }

    private Optional<Exchange> store(SystemCall call, String kind, Exchange exchange, Duration took, Verdict verdict) {
        meters.timer("esop.calls", "system", call.system(), "kind", kind, "outcome", CallAttempts.outcome(exchange))
                .record(took);
        delivery.deliver(call, verdict, new Attempt(kind, exchange, took));
        return Optional.of(exchange);
    }

    /** A call that tries for the others whether a resting system is back loses nothing by it, unless it has waited too long. */
    private Judgement judgement(SystemCall call, BackingSystem system, Protocol protocol) {
        var resting = guards.of(system).health() != SystemGuard.Health.CLOSED;
        return new Judgement(
                call,
                system.supportsProof() && protocol.proof(call).isPresent(),
                system.supportsIdempotency(),
                resting && call.age().compareTo(settings.patience()) < 0,
                settings.proofDelay(),
                errorClass -> policies.of(call, errorClass));
    }
}
