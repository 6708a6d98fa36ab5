package esop.intake;

import static esop.systems.StepAnswered.State.COMPLETED;

import esop.systems.StepAnswered;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The message system's answers about what customers were told, in the transaction that records them. */
@Component
@Transactional
class IntakeListener {

    private static final String OURS = "IN";

    private final IntakeRepository intakes;
    private final IntakeEvents events;
    private final Clock clock;

    IntakeListener(IntakeRepository intakes, IntakeEvents events, Clock clock) {
        this.intakes = intakes;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(StepAnswered answer) {
        var step = answer.step();
        if (!step.aggregate().startsWith(OURS) || !answer.state().isFinal()) {
            return;
        }
        var intake = intakes.find(step.aggregate()).orElseThrow();
        var params = new HashMap<>(
                Map.of("step", step.name(), "state", answer.state().name()));
        if (answer.message() != null) {
            params.put("message", answer.message());
        }
        events.happened(intake, "call.answered", params);
        if (answer.state() == COMPLETED && step.name().equals(IntakeNews.PRE_ACCEPTED)) {
            intakes.told(intake.id(), clock.instant());
        }
    }
}
