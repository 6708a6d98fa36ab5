package esop.workflow;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates a single FEEL expression, with the same engine as the decision tables. */
@Component
public class Feel {

    private final CachedFeelEngine engine = new CachedFeelEngine();

    /** The value, or null where the expression is broken or names something absent. */
    public @Nullable Object evaluate(String expression, Map<String, ?> variables) {
        try {
            return engine.evaluateSimpleExpression(
                    expression,
                    Variables.fromMap(Map.copyOf(withoutNulls(variables))).asVariableContext());
        } catch (RuntimeException broken) {
            return null;
        }
    }

    private static Map<String, Object> withoutNulls(Map<String, ?> variables) {
        var present = new java.util.HashMap<String, Object>();
        variables.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }
}
