package esop.workflow;

import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** Remembers which rules of the table just evaluated on this thread have matched; the engine's result does not say. */
@Component
class DecisionTrace implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<Matched> last = new ThreadLocal<>();

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        var version = event.getDecision() instanceof DecisionDefinition definition ? definition.getVersion() : 0;
        last.set(new Matched(
                version,
                event.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .toList()));
    }

    Matched take() {
        var matched = last.get();
        last.remove();
        return matched;
    }

    record Matched(int version, List<String> rules) {}
}
