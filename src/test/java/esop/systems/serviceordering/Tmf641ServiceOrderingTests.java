package esop.systems.serviceordering;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.systems.Ordered;
import esop.systems.Step;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.State;
import esop.systems.calls.CallScene;
import esop.systems.calls.CallState;
import esop.systems.servicetest.ServiceTesting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class Tmf641ServiceOrderingTests extends CallScene {

    @Autowired
    private ServiceOrdering serviceOrdering;

    @Autowired
    private ServiceTesting testing;

    private final Step opened = Step.of(aggregate, "open");
    private final Step withdrawn = Step.of(aggregate, "withdraw");
    private final Step checked = Step.of(aggregate, "check");
    private final Step urged = Step.of(aggregate, "expedite");

    @BeforeEach
    void thePlatformIsQuick() {
        sandbox.behaves("platform", Map.of("answerAfterMs", 200, "manual", false));
    }

    @AfterEach
    void thePlatformIsAsUsual() {
        sandbox.behaves("platform", Map.of("answerAfterMs", 1500, "manual", false));
    }

    @Test
    void anOrderIsAnsweredByCallbacksAndItsServiceCanBeTested() {
        open();
        awaitTold(State.COMPLETED);
        told.clear();

        inTransaction(() -> testing.test(checked, "platform", NANJING, "adc", opened));
        awaitTold(State.COMPLETED);

        assertThat(call(opened).externalId()).startsWith("PF-SO-");
        assertThat(call(checked).externalId()).startsWith("PF-ST-");
        assertThat(sandbox.ledger(opened.key())).extracting("operation").containsExactly("serviceOrder.create");
        assertThat(sandbox.ledger(checked.key())).extracting("operation").containsExactly("serviceTest.create");
    }

    @Test
    void aFailureIsToldInTheWordsOfTheErrorMessage() {
        sandbox.behaves("platform", Map.of("manual", true));
        open();
        sandbox.answers("platform", "serviceOrder", opened.key(), "fail", "许可证库存不足");

        awaitTold(State.FAILED);

        assertThat(told).last().extracting(StepAnswered::message).isEqualTo("许可证库存不足");
    }

    @Test
    void anOrderIsWithdrawnByATaskOfItsOwn() {
        sandbox.behaves("platform", Map.of("manual", true));
        open();
        awaitCall(opened, CallState.DONE);

        withdraw(withdrawn);
        sandbox.answers("platform", "cancelServiceOrder", withdrawn.key(), "complete", "");
        awaitTold(State.CANCELLED);
        awaitTold(State.COMPLETED);

        assertThat(answersOf(withdrawn)).containsExactly(State.ACKNOWLEDGED, State.IN_PROGRESS, State.COMPLETED);
        assertThat(answersOf(opened)).endsWith(State.CANCELLED);
    }

    @Test
    void aPlatformThatHasBegunRefusesTheWithdrawalWhichMayBeTriedAgain() {
        sandbox.behaves("platform", Map.of("manual", true));
        open();
        awaitCall(opened, CallState.DONE);
        withdraw(withdrawn);
        sandbox.answers("platform", "cancelServiceOrder", withdrawn.key(), "reject", "已在开通");
        awaitTold(State.REJECTED);

        var again = new Step(aggregate, "withdraw", 2);
        withdraw(again);
        sandbox.answers("platform", "cancelServiceOrder", again.key(), "complete", "");
        awaitTold(State.CANCELLED);

        assertThat(answersOf(withdrawn)).endsWith(State.REJECTED);
        assertThat(sandbox.applied(again.key())).isOne();
    }

    /** Injection point: the answer to the withdrawal gets lost after it was applied. */
    @Test
    void aWithdrawalWhoseAnswerGotLostIsProven() {
        sandbox.behaves("platform", Map.of("manual", true));
        open();
        awaitCall(opened, CallState.DONE);
        sandbox.breaks("platform", "garbage", Map.of("times", 1, "operation", "cancelServiceOrder.create"));

        withdraw(withdrawn);
        awaitCall(withdrawn, CallState.DONE);

        assertThat(sandbox.ledger(withdrawn.key())).extracting("applied").containsExactly("yes");
    }

    @Test
    void whatNeverArrivedNeedsNoWithdrawal() {
        sandbox.breaks("platform", "refuse", Map.of("times", 1, "operation", "serviceOrder.create"));
        open();
        awaitCall(opened, CallState.DEAD);

        withdraw(withdrawn);
        awaitCall(withdrawn, CallState.DONE);

        assertThat(sandbox.ledger(withdrawn.key())).isEmpty();
    }

    @Test
    void anUrgeIsDoneWhenTheOrderBearsItsNoteAndIsNotTheOrdersOwnAnswer() {
        sandbox.behaves("platform", Map.of("manual", true));
        open();
        awaitCall(opened, CallState.DONE);

        urge();
        awaitCall(urged, CallState.DONE);
        assertThat(sandbox.applied(urged.key())).isOne();
        assertThat(answersOf(urged)).containsExactly(State.COMPLETED);
        told.clear();

        sandbox.answers("platform", "serviceOrder", opened.key(), "complete", "");
        awaitTold(State.COMPLETED);
        assertThat(told)
                .filteredOn(answer -> answer.step().equals(opened))
                .last()
                .satisfies(answer -> {
                    assertThat(answer.state()).isEqualTo(State.COMPLETED);
                    assertThat(answer.message()).isNull();
                });
    }

    /** Injection point: the answer to the urge gets lost after it was applied. */
    @Test
    void anUrgeWhoseAnswerGotLostIsProvenByTheOrdersNote() {
        sandbox.behaves("platform", Map.of("manual", true));
        open();
        awaitCall(opened, CallState.DONE);
        sandbox.breaks("platform", "garbage", Map.of("times", 1, "operation", "serviceOrder.patch"));

        urge();
        awaitCall(urged, CallState.DONE);

        assertThat(sandbox.ledger(urged.key())).extracting("applied").containsExactly("yes");
    }

    @Test
    void anEndedOrderRefusesTheUrge() {
        open();
        awaitTold(State.COMPLETED);

        urge();
        awaitTold(State.REJECTED);

        assertThat(sandbox.applied(urged.key())).isZero();
    }

    private void urge() {
        inTransaction(() -> serviceOrdering.expedite(urged, "platform", NANJING, opened, 1, "客户催办"));
    }

    private void open() {
        var wanted = new Ordered(
                NANJING, "adc", "add", "C-" + aggregate, Instant.now().plusSeconds(86_400), 2, Map.of("licences", 20));
        inTransaction(() -> serviceOrdering.order(opened, "platform", wanted));
    }

    private void withdraw(Step step) {
        inTransaction(() -> serviceOrdering.cancel(step, "platform", NANJING, opened, "客户不再需要"));
    }

    private List<State> answersOf(Step step) {
        return told.stream()
                .filter(answer -> answer.step().equals(step))
                .map(StepAnswered::state)
                .toList();
    }
}
