package esop.workflow.table;

import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.Feel;
import esop.workflow.table.Table.Input;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates a table that is not deployed, on an example. */
@Component
class TableTrial {

    private final Feel feel;

    TableTrial(Feel feel) {
        this.feel = feel;
    }

    /** @param rules ids of the matched rules, in the table's order */
    record Result(List<String> rules, List<Map<String, Object>> outputs) {}

    Result of(byte[] file, Table table, Map<String, @Nullable Object> facts) {
        var matched = new ArrayList<String>();
        var engine = feel.trying(event -> event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .forEach(matched::add));
        var variables = Variables.createVariables();
        table.inputs().forEach(input -> variables.put(input.expression(), value(input, facts.get(input.expression()))));
        try {
            var outputs = engine
                    .evaluateDecisionTable(table.id(), new ByteArrayInputStream(file), variables)
                    .getResultList()
                    .stream()
                    .<Map<String, Object>>map(HashMap::new)
                    .toList();
            return new Result(matched, outputs);
        } catch (DmnEngineException | FeelException failure) {
            throw new InvalidException("facts", Texts.get("workflow.table.not-evaluated", failure.getMessage()));
        }
    }

    private static @Nullable Object value(Input input, @Nullable Object given) {
        var text = given == null ? "" : String.valueOf(given).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return switch (input.type()) {
                case "integer", "long" -> Long.valueOf(text);
                case "double", "number" -> Double.valueOf(text);
                case "boolean" -> Boolean.valueOf(text);
                default -> text;
            };
        } catch (NumberFormatException broken) {
            throw new InvalidException(
                    "facts." + input.expression(), Texts.get("workflow.table.cell-type", input.type()));
        }
    }
}
