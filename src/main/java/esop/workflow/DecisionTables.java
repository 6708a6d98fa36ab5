package esop.workflow;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class DecisionTables implements Decisions {

    private final DecisionService decisions;
    private final DecisionTrace trace;

    /** Lazy, because the engine itself needs delegates that need this. */
    DecisionTables(@Lazy DecisionService decisions, DecisionTrace trace) {
        this.decisions = decisions;
        this.trace = trace;
    }

    @Override
    public Explained explain(String decisionId, Map<String, ?> facts) {
        var inputs = new HashMap<String, Object>(facts);
        var outputs = decisions
                .evaluateDecisionTableByKey(decisionId)
                .variables(inputs)
                .evaluate()
                .getResultList();
        var matched = trace.take();
        return new Explained(decisionId, matched.version(), matched.rules(), inputs, outputs);
    }
}
