package esop.workflow;

import camundajar.impl.scala.collection.immutable.Map.Map1;
import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ContextVariableWrapper;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** The engine's FEEL, which would parse each cell at each evaluation, with the parsed cells kept. */
final class CachedFeelEngine extends ScalaFeelEngine {

    private static final int LIMIT = 20_000;

    private final Map<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
    private final Map<String, ParsedExpression> tests = new ConcurrentHashMap<>();

    CachedFeelEngine() {
        super(List.of());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return (T) evaluate(
                parsed(expressions, expression, feelEngine::parseExpression), new ContextVariableWrapper(variables));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        var input = new VariableProvider.StaticVariableProvider(new Map1<>(INPUT_VARIABLE_NAME, inputVariable));
        var scope = new VariableProvider.CompositeVariableProvider(
                toScalaList(input, new ContextVariableWrapper(variables)));
        return Boolean.TRUE.equals(evaluate(parsed(tests, expression, feelEngine::parseUnaryTests), scope));
    }

    void parseTests(String text) {
        valueOf(feelEngine.parseUnaryTests(text));
    }

    void parseExpression(String text) {
        valueOf(feelEngine.parseExpression(text));
    }

    private Object evaluate(ParsedExpression expression, VariableProvider scope) {
        return valueOf(feelEngine.eval(expression, new CustomContext() {
            @Override
            public VariableProvider variableProvider() {
                return scope;
            }
        }));
    }

    private static ParsedExpression parsed(
            Map<String, ParsedExpression> known,
            String text,
            Function<String, Either<Failure, ParsedExpression>> parser) {
        if (known.size() > LIMIT) {
            known.clear();
        }
        return known.computeIfAbsent(text, expression -> valueOf(parser.apply(expression)));
    }

    private static <T> T valueOf(Either<Failure, T> either) {
        if (either.isLeft()) {
            throw new FeelException(either.swap().toOption().get().message());
        }
        return either.toOption().get();
    }
}
