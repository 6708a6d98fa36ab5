package esop.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
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

    /** What is wrong with the unary tests of an input cell; empty where nothing is. */
    public Optional<String> problemOfTests(String text) {
        return problem(text, engine::parseTests);
    }

    /** What is wrong with the expression of an output cell; empty where nothing is. */
    public Optional<String> problemOfExpression(String text) {
        return problem(text, engine::parseExpression);
    }

    private static Optional<String> problem(String text, Consumer<String> parser) {
        try {
            parser.accept(text);
            return Optional.empty();
        } catch (FeelException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    /** For tables that are tried and not deployed; speaks as the deployed ones do. */
    public DmnEngine trying(DmnDecisionTableEvaluationListener listener) {
        var tables = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(CachedFeelEngine::new);
        tables.getCustomPostDecisionTableEvaluationListeners().add(listener);
        return tables.buildEngine();
    }
}
