package esop.opportunity;

import static esop.systems.StepAnswered.State.COMPLETED;

import esop.systems.StepAnswered;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The CRM's answers about opportunities and their agreements, in the transaction that records them. */
@Component
@Transactional
class OpportunityListener {

    private static final String OURS = "OP";

    private final OpportunityRepository opportunities;
    private final OpportunityEvents events;
    private final Clock clock;

    OpportunityListener(OpportunityRepository opportunities, OpportunityEvents events, Clock clock) {
        this.opportunities = opportunities;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(StepAnswered answer) {
        var step = answer.step();
        if (!step.aggregate().startsWith(OURS) || !answer.state().isFinal()) {
            return;
        }
        var opportunity = opportunities.lock(step.aggregate()).orElseThrow();
        var params = new HashMap<>(
                Map.of("step", step.name(), "state", answer.state().name()));
        if (answer.message() != null) {
            params.put("message", answer.message());
        }
        events.add(opportunity, "call.answered", null, params);
        if (answer.state() == COMPLETED && step.name().startsWith(OpportunityNews.MIRROR)) {
            opportunities.mirrored(
                    opportunity, step.name().substring(OpportunityNews.MIRROR.length()), clock.instant());
        }
    }
}
