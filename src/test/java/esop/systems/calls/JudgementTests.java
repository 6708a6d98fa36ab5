package esop.systems.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import esop.systems.ErrorClass;
import esop.systems.Step;
import esop.systems.StepAnswered.State;
import esop.systems.calls.Exchange.Answered;
import esop.systems.calls.Exchange.NoAnswer;
import esop.systems.calls.Exchange.NotSent;
import esop.systems.calls.Exchange.Refused;
import esop.systems.calls.Exchange.Throttled;
import esop.systems.calls.Exchange.Unauthorised;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTests {

    private static final NoAnswer LOST = new NoAnswer(ErrorClass.TIMEOUT, 0, "nothing came");
    private static final Duration DELAY = Duration.ofSeconds(1);

    @Test
    void noAnswerLeadsToAProof() {
        var verdict = judging(sending(1), true, true).afterSending(LOST, Optional.empty());

        assertThat(verdict.state()).isEqualTo(CallState.UNKNOWN);
        assertThat(verdict.again()).isEqualTo(DELAY);
        assertThat(verdict.report()).isNull();
    }

    @Test
    void anAnswerThatIsNotUnderstoodIsNone() {
        var answered = new Answered(200, JsonNodeFactory.instance.objectNode());

        assertThat(judging(sending(1), true, true)
                        .afterSending(answered, Optional.empty())
                        .errorClass())
                .isEqualTo(ErrorClass.GARBAGE);
    }

    @Test
    void withoutProofAnIdempotentSystemIsSentTheSameKeyAgain() {
        var verdict = judging(sending(1), false, true).afterSending(LOST, Optional.empty());

        assertThat(verdict.state()).isEqualTo(CallState.RETRY);
        assertThat(verdict.doubtful()).isTrue();
    }

    @Test
    void withNeitherProofNorIdempotencyAPersonDecides() {
        var verdict = judging(sending(1), false, false).afterSending(LOST, Optional.empty());

        assertThat(verdict.state()).isEqualTo(CallState.DEAD);
        assertThat(verdict.report().state()).isEqualTo(State.UNREACHABLE);
        assertThat(verdict.errorClass()).isEqualTo(ErrorClass.UNPROVABLE);
    }

    @Test
    void aBusySystemIsNotHeldAgainstTheCall() {
        var verdict = judging(sending(3), true, true)
                .afterSending(new Throttled(429, Duration.ofSeconds(7)), Optional.empty());

        assertThat(verdict.state()).isEqualTo(CallState.RETRY);
        assertThat(verdict.attempts()).isEqualTo(2);
        assertThat(verdict.again()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void wrongCredentialsAreTriedAgainAndThenAreNoEffect() {
        var denied = new Unauthorised(401, "who are you");

        assertThat(judging(sending(1), true, true)
                        .afterSending(denied, Optional.empty())
                        .state())
                .isEqualTo(CallState.RETRY);
        assertThat(judging(sending(3), true, true)
                        .afterSending(denied, Optional.empty())
                        .report()
                        .state())
                .isEqualTo(State.FAILED);
    }

    @Test
    void whatIsProvenNotToHaveArrivedGoesOutAgainUntilItsAttemptsAreUsedUp() {
        var empty = new Answered(200, JsonNodeFactory.instance.arrayNode());

        assertThat(judging(proving(2), true, true)
                        .afterProof(empty, Trace.none())
                        .state())
                .isEqualTo(CallState.RETRY);
        var last = judging(proving(3), true, true).afterProof(empty, Trace.none());
        assertThat(last.state()).isEqualTo(CallState.DEAD);
        assertThat(last.report().state()).isEqualTo(State.FAILED);
        assertThat(last.report().errorClass()).isEqualTo(ErrorClass.TIMEOUT);
    }

    @Test
    void aQuestionThatIsNotFoundIsAnAnswerToo() {
        assertThat(judging(proving(1), true, true)
                        .afterProof(new Refused(404, "", ""), Trace.none())
                        .state())
                .isEqualTo(CallState.RETRY);
    }

    @Test
    void noConnectionMeansItDidNotArrive() {
        var verdict = judging(sending(1), true, true).afterSending(new NotSent("refused"), Optional.empty());

        assertThat(verdict.state()).isEqualTo(CallState.RETRY);
        assertThat(verdict.doubtful()).isFalse();
        assertThat(verdict.errorClass()).isEqualTo(ErrorClass.CONNECT);
    }

    @Test
    void anUnansweredProofIsAskedAgainAndThenNothingIsKnown() {
        var once = judging(proving(1), true, true).afterProof(LOST, Trace.none());
        assertThat(once.state()).isEqualTo(CallState.UNKNOWN);
        assertThat(once.proofs()).isEqualTo(1);
    }

    @Test
    void anAnswerToAnotherQuestionIsNoProof() {
        var others = JsonNodeFactory.instance.arrayNode();
        others.addObject().put("id", "RO-7").put("externalId", "WO7:construct:1");
        var call = proving(1);

        var trace = Trace.in(others, call, new AnyProtocol());
        var verdict = judging(call, true, true).afterProof(new Answered(200, others), trace);

        assertThat(trace.kind()).isEqualTo(Trace.Kind.UNCLEAR);
        assertThat(verdict.state()).isEqualTo(CallState.UNKNOWN);
    }

    @Test
    void aTraceInAStateNobodyKnowsIsNotTakenForNone() {
        var list = JsonNodeFactory.instance.arrayNode();
        list.addObject().put("externalId", "WO1:construct:1").put("state", "archivedByMistake");

        assertThat(Trace.in(list, proving(1), new AnyProtocol()).kind()).isEqualTo(Trace.Kind.UNCLEAR);
        assertThat(Trace.in(JsonNodeFactory.instance.arrayNode(), proving(1), new AnyProtocol())
                        .kind())
                .isEqualTo(Trace.Kind.NONE);
    }

    @Test
    void aProbeOfASystemThatIsDownUsesUpNoAttempt() {
        var probe = new Judgement(
                sending(3), true, true, true, DELAY, why -> new ResendPolicy(3, List.of(Duration.ofMillis(5)), 0));

        assertThat(probe.afterSending(LOST, Optional.empty()).attempts()).isEqualTo(2);
        assertThat(probe.afterSending(new NotSent("refused"), Optional.empty()).state())
                .isEqualTo(CallState.RETRY);
    }

    private static Judgement judging(SystemCall call, boolean provable, boolean idempotent) {
        return new Judgement(
                call, provable, idempotent, false, DELAY, why -> new ResendPolicy(3, List.of(Duration.ofMillis(5)), 0));
    }

    private static SystemCall sending(int attempts) {
        return call(CallState.SENDING, attempts, null);
    }

    private static SystemCall proving(int attempts) {
        return call(CallState.UNKNOWN, attempts, "timeout");
    }

    private static SystemCall call(CallState state, int attempts, String errorClass) {
        return new SystemCall(
                Step.of("WO1", "construct"),
                "eoms",
                "resource-order.create",
                "nanjing",
                null,
                null,
                JsonNodeFactory.instance.objectNode(),
                state,
                attempts,
                0,
                null,
                null,
                errorClass,
                null,
                false,
                null,
                Duration.ZERO);
    }

    private record AnyProtocol() implements Protocol {

        @Override
        public java.util.Set<String> operations() {
            return java.util.Set.of();
        }

        @Override
        public Utterance say(SystemCall call, Inquiry inquiry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Request> proof(SystemCall call) {
            return Optional.empty();
        }

        @Override
        public boolean proves(SystemCall call, com.fasterxml.jackson.databind.JsonNode resource) {
            return TmfBody.bears(resource, call);
        }

        @Override
        public Optional<Reading> read(SystemCall call, com.fasterxml.jackson.databind.JsonNode resource) {
            return TmfStates.ofOrder(resource.path("state").asText())
                    .map(state -> new Reading(state, null, null, null));
        }
    }
}
