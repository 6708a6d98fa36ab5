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
import org.camunda.feel.api.EvaluationFailureType.ASSERT_FAILURE$;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;

/** The engine's FEEL, which would parse each cell and make its table of functions anew at each evaluation, with both kept. */
final class CachedFeelEngine extends ScalaFeelEngine {

    private static final int LIMIT = 20_000;

    private final Map<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
    private final Map<String, ParsedExpression> tests = new ConcurrentHashMap<>();
    private final FeelInterpreter interpreter = new FeelInterpreter(feelEngine.valueMapper());
    private final FunctionProvider functions = new BuiltinFunctions(feelEngine.clock(), feelEngine.valueMapper());

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
        var failures = new EvaluationFailureCollector();
        var value = interpreter.eval(
                expression.expression(), new EvalContext(feelEngine.valueMapper(), scope, functions, failures));
        return value instanceof ValError
                        || value instanceof ValFatalError
                        || failures.failures().exists(failure -> failure.failureType() == ASSERT_FAILURE$.MODULE$)
                ? explained(expression, scope)
                : feelEngine.valueMapper().unpackVal(value);
    }

    /** What is in doubt the original judges. */
    private Object explained(ParsedExpression expression, VariableProvider scope) {
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
