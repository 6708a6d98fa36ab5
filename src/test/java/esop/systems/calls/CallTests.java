package esop.systems.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import esop.EsopTest;
import esop.identity.DataScope;
import esop.systems.Step;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

@EsopTest
class CallTests extends CallScene {

    @Test
    void aCallIsMadeAfterTheCommitAndItsAnswerToldOnce() {
        activate(step);

        awaitCall(step, CallState.DONE);

        assertThat(told).singleElement().satisfies(answer -> {
            assertThat(answer.state()).isEqualTo(State.COMPLETED);
            assertThat(answer.source()).isEqualTo(Source.RESPONSE);
            assertThat(answer.system()).isEqualTo("boss");
            assertThat(answer.city()).isEqualTo(NANJING);
            assertThat(answer.body().path("serviceSpecification").path("id").asText())
                    .isEqualTo("vpmn");
        });
        assertThat(sandbox.ledger(step.key())).singleElement().satisfies(entry -> {
            assertThat(entry.applied()).isEqualTo("yes");
            assertThat(entry.operation()).isEqualTo("service.create");
            assertThat(entry.idempotencyKey()).isEqualTo(step.key());
        });
        assertThat(call(step).externalId()).isNotBlank();
    }

    @Test
    void nothingLeavesTheHouseWhenTheTransactionIsRolledBack() {
        DataScope.asSystem(() -> transaction.executeWithoutResult(status -> {
            messages.send(step, NANJING, "SMS", "13900000000", "never sent");
            status.setRollbackOnly();
        }));

        aWhile();

        assertThat(sandbox.ledger(step.key())).isEmpty();
    }

    @Test
    void theSameStepAgainIsTheSameCall() {
        activate(step);
        activate(step);
        awaitCall(step, CallState.DONE);
        activate(step);
        aWhile();

        assertThat(sandbox.ledger(step.key())).hasSize(1);
        assertThat(told).hasSize(1);
    }

    @Test
    void aCallIsRecordedOnlyWithinATransaction() {
        assertThatThrownBy(() ->
                        DataScope.asSystem(() -> messages.send(step, NANJING, "SMS", "13900000000", "no transaction")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aRefusalIsFinalAndTold() {
        sandbox.breaks("boss", "refuse", java.util.Map.of("times", 1));

        activate(step);
        awaitCall(step, CallState.DEAD);

        assertThat(told).singleElement().satisfies(answer -> {
            assertThat(answer.state()).isEqualTo(State.REJECTED);
            assertThat(answer.errorClass()).isEqualTo("refused");
            assertThat(answer.message()).contains("refuses");
        });
        assertThat(sandbox.ledger(step.key())).hasSize(1);
    }

    @Test
    void aBodyTheStandardForbidsIsRefused() {
        inTransaction(() -> messages.send(step, NANJING, "SMS", "13900000000", ""));
        inTransaction(() -> calls.request(
                Step.of(aggregate, "malformed"),
                "eoms",
                "resource-order.create",
                NANJING,
                null,
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                        .objectNode()
                        .put("externalId", aggregate + ":malformed:1")
                        .put("priority", "high")));

        awaitCall(Step.of(aggregate, "malformed"), CallState.DEAD);

        assertThat(call(Step.of(aggregate, "malformed")).errorClass()).isEqualTo("refused");
    }

    @Test
    void aNextGenerationIsAnotherEffect() {
        activate(step);
        awaitCall(step, CallState.DONE);
        var next = DataScope.asSystem(() -> calls.next(step));
        activate(next);
        awaitCall(next, CallState.DONE);

        assertThat(next.generation()).isEqualTo(2);
        assertThat(sandbox.applied(step.key())).isEqualTo(1);
        assertThat(sandbox.applied(next.key())).isEqualTo(1);
    }

    @Test
    void whatHasNotLeftTheHouseCanBeTakenBack() {
        inTransaction(() -> {
            activation.activate(step, NANJING, "vpmn", "add", "C1", java.util.Map.of());
            assertThat(calls.cancel(step)).isTrue();
        });
        aWhile();

        assertThat(call(step).state()).isEqualTo("CANCELLED");
        assertThat(sandbox.ledger(step.key())).isEmpty();
    }

    @Test
    void whatHasLeftTheHouseCannotBeTakenBack() {
        activate(step);
        awaitCall(step, CallState.DONE);

        assertThat(DataScope.<Boolean>asSystem(() -> calls.cancel(step))).isFalse();
    }
}
