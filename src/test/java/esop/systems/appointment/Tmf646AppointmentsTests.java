package esop.systems.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.systems.Step;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.State;
import esop.systems.calls.CallScene;
import esop.systems.calls.CallState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class Tmf646AppointmentsTests extends CallScene {

    private static final Instant TOMORROW =
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    private Appointments appointments;

    private final Step made = Step.of(aggregate, "appoint");
    private final Step calledOff = Step.of(aggregate, "call-off");

    @BeforeEach
    void theIntegratorIsQuick() {
        sandbox.behaves("si", Map.of("answerAfterMs", 200, "manual", false));
    }

    @AfterEach
    void theIntegratorIsAsUsual() {
        sandbox.behaves("si", Map.of("answerAfterMs", 1500, "manual", false));
    }

    @Test
    void aVisitIsAgreedForTheFirstFreeTime() {
        make();
        awaitTold(State.COMPLETED);

        assertThat(call(made).externalId()).startsWith("SI-AP-");
        assertThat(appointments.visit(told.get(told.size() - 1).body()))
                .contains(new Visit(TOMORROW, TOMORROW.plus(Duration.ofHours(2))));
        assertThat(sandbox.ledger(made.key())).extracting("operation").containsExactly("appointment.create");
    }

    @Test
    void aRefusalIsToldInTheIntegratorsWords() {
        sandbox.behaves("si", Map.of("manual", true));
        make();
        sandbox.answers("si", "appointment", made.key(), "reject", "本周人员已满");

        awaitTold(State.REJECTED);

        assertThat(told).last().extracting(StepAnswered::message).isEqualTo("本周人员已满");
    }

    @Test
    void aVisitIsCalledOff() {
        make();
        awaitTold(State.COMPLETED);
        told.clear();

        callOff();
        awaitTold(State.COMPLETED);

        assertThat(sandbox.applied(calledOff.key())).isOne();
        sandbox.awaitState("si", "appointment", calledOff.key(), "cancelled");
    }

    @Test
    void whatWasNeverAgreedNeedsNoCallingOff() {
        sandbox.breaks("si", "refuse", Map.of("times", 1, "operation", "appointment.create"));
        make();
        awaitCall(made, CallState.DEAD);

        callOff();
        awaitCall(calledOff, CallState.DONE);

        assertThat(sandbox.ledger(calledOff.key())).isEmpty();
    }

    private void make() {
        inTransaction(() -> appointments.make(
                made, "si", NANJING, "mobile-mail", "C-" + aggregate, aggregate, "梧栖区清枫路 1 号", TOMORROW));
    }

    private void callOff() {
        inTransaction(() -> appointments.callOff(calledOff, "si", NANJING, made, "客户撤单"));
    }
}
