package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.ErrorClass;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import esop.systems.calls.Exchange.Answered;
import esop.systems.calls.Exchange.NoAnswer;
import esop.systems.calls.Exchange.NotSent;
import esop.systems.calls.Exchange.Refused;
import esop.systems.calls.Exchange.Throttled;
import esop.systems.calls.Exchange.Unauthorised;
import esop.systems.calls.Utterance.Settled;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an answer, or from none: no answer is not a failure, and only a proof or a refusal ends the doubt.
 *
 * @param blameless the system is down anyway: a failure uses up no attempt
 */
record Judgement(
        SystemCall call,
        boolean provable,
        boolean idempotent,
        boolean blameless,
        Duration proofDelay,
        Function<ErrorClass, ResendPolicy> policies) {

    Verdict afterSending(Exchange exchange, Optional<Reading> reading) {
        if (exchange instanceof Answered answered) {
            return reading.map(what -> settled(what, answered.body(), Source.RESPONSE))
                    .orElseGet(() -> unanswered(
                            ErrorClass.GARBAGE,
                            "not understood: " + Words.of(answered.body().toString())));
        }
        if (exchange instanceof Refused refused) {
            return ended(State.REJECTED, ErrorClass.REFUSED, refused.reason(), Source.RESPONSE, false);
        }
        return exchange instanceof NoAnswer none ? unanswered(none.errorClass(), none.words()) : notArrived(exchange);
    }

    /** The request itself did not go out, since a question before it was not answered. */
    Verdict beforeSending(Exchange exchange) {
        return exchange instanceof Refused refused
                ? ended(State.REJECTED, ErrorClass.REFUSED, refused.reason(), Source.RESPONSE, false)
                : exchange instanceof NoAnswer none
                        ? resend(none.errorClass(), none.words(), State.FAILED)
                        : notArrived(exchange);
    }

    Verdict withoutSending(Settled known) {
        var errorClass = TmfStates.errorClass(known.state(), known.state().name());
        return settled(new Reading(known.state(), null, errorClass, known.message()), null, Source.RESPONSE);
    }

    /** Our own fault, before anything was sent. */
    Verdict unspeakable(RuntimeException failure) {
        return resend(ErrorClass.INTERNAL, String.valueOf(failure.getMessage()), State.FAILED);
    }

    Verdict afterProof(Exchange exchange, Trace trace) {
        if (exchange instanceof Answered answered) {
            return switch (trace.kind()) {
                case FOUND -> settled(Objects.requireNonNull(trace.reading()), answered.body(), Source.PROOF);
                case NONE -> neverHeardOf();
                case UNCLEAR ->
                    stillSilent(new NoAnswer(
                            ErrorClass.GARBAGE,
                            answered.status(),
                            Words.of(answered.body().toString())));
            };
        }
        if (exchange instanceof Refused refused) {
            return refused.status() == 404 ? neverHeardOf() : unprovable();
        }
        if (exchange instanceof Throttled later) {
            return kept().again(later.retryAfter());
        }
        return stillSilent(exchange);
    }

    /** Nobody can be asked. */
    Verdict unprovable() {
        if (call.state().isOpen()) {
            return idempotent
                    ? resend(last(ErrorClass.TIMEOUT), null, State.UNREACHABLE).mayHaveArrived()
                    : ended(State.UNREACHABLE, ErrorClass.UNPROVABLE, null, Source.PROOF, true);
        }
        return kept().telling(Report.concluded(State.UNREACHABLE, ErrorClass.UNPROVABLE, null, Source.PROOF, true));
    }

    private Verdict settled(Reading what, @Nullable JsonNode body, Source source) {
        return Verdict.of(call, Verdict.stateAfter(what.state()))
                .because(what.errorClass(), what.message())
                .answer(what.externalId(), body)
                .telling(Report.said(what, body, source, null, call.proofAsked() && source == Source.PROOF));
    }

    private Verdict unanswered(ErrorClass errorClass, String words) {
        if (provable) {
            return Verdict.of(call, CallState.UNKNOWN)
                    .because(errorClass, words)
                    .attempts(call.attempts() - (blameless ? 1 : 0))
                    .again(proofDelay);
        }
        return idempotent
                ? resend(errorClass, words, State.UNREACHABLE).mayHaveArrived()
                : ended(State.UNREACHABLE, ErrorClass.UNPROVABLE, words, Source.RESPONSE, true);
    }

    private Verdict notArrived(Exchange exchange) {
        if (exchange instanceof Throttled later) {
            return Verdict.of(call, CallState.RETRY)
                    .because(ErrorClass.THROTTLED, "HTTP " + later.status())
                    .attempts(call.attempts() - 1)
                    .again(later.retryAfter());
        }
        return exchange instanceof Unauthorised denied
                ? resend(ErrorClass.AUTH, denied.words(), State.FAILED)
                : resend(ErrorClass.CONNECT, ((NotSent) exchange).words(), State.FAILED);
    }

    private Verdict resend(ErrorClass errorClass, @Nullable String words, State whenUsedUp) {
        var policy = policies.apply(errorClass);
        var again = Verdict.of(call, CallState.RETRY)
                .because(errorClass, words)
                .attempts(call.attempts() - (blameless ? 1 : 0))
                .again(policy.pauseAfter(call.attempts()));
        return blameless || policy.allowsAnother(call.attempts())
                ? again
                : ended(whenUsedUp, errorClass, words, Source.RESPONSE, true);
    }

    private Verdict neverHeardOf() {
        if (call.state() == CallState.UNKNOWN) {
            return resend(last(ErrorClass.NEVER_ARRIVED), "never arrived", State.FAILED);
        }
        var state = call.state() == CallState.CANCELLED ? CallState.CANCELLED : CallState.DEAD;
        return Verdict.of(call, state)
                .because(ErrorClass.NEVER_ARRIVED, null)
                .telling(Report.concluded(State.UNKNOWN, ErrorClass.NEVER_ARRIVED, null, Source.PROOF, true));
    }

    private Verdict stillSilent(Exchange exchange) {
        var why = exchange instanceof NoAnswer none
                ? none.errorClass()
                : exchange instanceof Unauthorised ? ErrorClass.AUTH : ErrorClass.CONNECT;
        var policy = policies.apply(why);
        var proofs = call.proofs() + (blameless ? 0 : 1);
        if (blameless || policy.allowsAnother(proofs)) {
            return kept().because(last(null), "no proof: " + why.code())
                    .proofs(proofs)
                    .again(policy.pauseAfter(proofs));
        }
        return call.state() == CallState.UNKNOWN
                ? ended(State.UNREACHABLE, last(why), "no proof: " + why.code(), Source.PROOF, true)
                : kept().telling(Report.concluded(State.UNREACHABLE, why, null, Source.PROOF, true));
    }

    private Verdict ended(State state, ErrorClass errorClass, @Nullable String words, Source source, boolean givenUp) {
        return Verdict.of(call, CallState.DEAD)
                .because(errorClass, words)
                .telling(new Report(state, errorClass, words, null, source, null, givenUp, false));
    }

    private Verdict kept() {
        return Verdict.of(call, call.state()).because(last(null), null);
    }

    private @Nullable ErrorClass last(@Nullable ErrorClass otherwise) {
        return call.errorClass() == null
                ? otherwise
                : ErrorClass.valueOf(
                        call.errorClass().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
