package esop.workflow.table;

import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.Feel;
import esop.workflow.table.Table.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What the rules of a table must be like. Each cell is parsed by the engine's own FEEL; all that is wrong is said at once. */
@Component
class TableCheck {

    static final int MOST_RULES = 60;
    private static final int LONGEST = 500;
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"\\\\]*\"|-?\\d+(\\.\\d+)?|true|false|null|");
    private static final Pattern TIMES = Pattern.compile("delay|duration|wait|pause");
    private static final Pattern TIMES_OR_NONE = Pattern.compile("late|again");
    private static final Pattern TIME =
            Pattern.compile("\"P(?=.)(?:\\d{1,4}D)?(?:T(?=.)(?:\\d{1,5}H)?(?:\\d{1,6}M)?(?:\\d{1,7}S)?)?\"");

    private final Feel feel;
    private final AllowedWords words;

    TableCheck(Feel feel, AllowedWords words) {
        this.feel = feel;
        this.words = words;
    }

    /** @throws InvalidException with {@code rules[2].inputs[0]} and the like */
    void check(Table changed) {
        var table = words.in(changed);
        var errors = new ArrayList<FieldError>();
        if (table.rules().isEmpty() || table.rules().size() > MOST_RULES) {
            errors.add(new FieldError("rules", Texts.get("workflow.table.rules", MOST_RULES)));
        }
        var ids = new HashSet<String>();
        var conditions = new HashSet<List<String>>();
        for (var i = 0; i < table.rules().size(); i++) {
            var rule = table.rules().get(i);
            var field = "rules[" + i + "]";
            if (!ID.matcher(rule.id()).matches() || !ids.add(rule.id())) {
                errors.add(new FieldError(field, Texts.get("workflow.table.rule-id", rule.id())));
            }
            if (rule.inputs().size() != table.inputs().size()
                    || rule.outputs().size() != table.outputs().size()) {
                errors.add(new FieldError(field, Texts.get("workflow.table.columns")));
                continue;
            }
            cells(table, rule, field, errors);
            if (!conditions.add(rule.inputs()) && !table.hitPolicy().equals("COLLECT")) {
                errors.add(new FieldError(field, Texts.get("workflow.table.same-conditions")));
            }
        }
        if (table.hitPolicy().equals("FIRST") && !table.rules().isEmpty() && !takesAll(last(table))) {
            errors.add(new FieldError(
                    "rules[" + (table.rules().size() - 1) + "]", Texts.get("workflow.table.no-rule-for-all")));
        }
        if (!errors.isEmpty()) {
            throw new InvalidException(errors.get(0).message(), errors);
        }
    }

    private void cells(Table table, Rule rule, String field, List<FieldError> errors) {
        for (var i = 0; i < rule.inputs().size(); i++) {
            var cell = rule.inputs().get(i);
            var at = field + ".inputs[" + i + "]";
            var computation = Computation.in(cell);
            if (cell.length() > LONGEST) {
                errors.add(new FieldError(at, Texts.get("workflow.table.cell-long", LONGEST)));
            } else if (computation.isPresent()) {
                var column = table.inputs().get(i).label();
                errors.add(new FieldError(at, Texts.get("workflow.table.cell-code", column, computation.get())));
            } else if (!cell.isBlank()) {
                feel.problemOfTests(cell)
                        .ifPresent(
                                problem -> errors.add(new FieldError(at, Texts.get("workflow.table.cell", problem))));
            }
        }
        for (var i = 0; i < rule.outputs().size(); i++) {
            output(table.outputs().get(i), rule.outputs().get(i), field + ".outputs[" + i + "]", errors);
        }
    }

    private void output(Table.Output column, String cell, String at, List<FieldError> errors) {
        if (cell.length() > LONGEST || !LITERAL.matcher(cell).matches()) {
            errors.add(new FieldError(at, Texts.get("workflow.table.cell-literal")));
        } else if (!cell.isEmpty() && feel.problemOfExpression(cell).isPresent()) {
            errors.add(new FieldError(at, Texts.get("workflow.table.cell", cell)));
        } else if (!cell.isEmpty() && !fits(column.type(), cell)) {
            errors.add(new FieldError(at, Texts.get("workflow.table.cell-type", column.type())));
        } else if (isTime(column.name(), cell) && !TIME.matcher(cell).matches()) {
            errors.add(new FieldError(at, Texts.get("workflow.table.cell-time")));
        } else if (!column.values().isEmpty()
                && !column.values().containsAll(Words.quoted(cell.isEmpty() ? "\"\"" : cell))) {
            errors.add(new FieldError(at, Texts.get("workflow.table.cell-value", String.join(", ", column.values()))));
        }
    }

    private static boolean isTime(String column, String cell) {
        return TIMES.matcher(column).matches()
                || TIMES_OR_NONE.matcher(column).matches() && !cell.isEmpty() && !cell.equals("null");
    }

    private static boolean fits(String type, String cell) {
        return switch (type) {
            case "integer", "long" -> cell.matches("-?\\d+");
            case "double", "number" -> cell.matches("-?\\d+(\\.\\d+)?");
            case "boolean" -> cell.equals("true") || cell.equals("false");
            default -> cell.startsWith("\"") || cell.equals("null");
        };
    }

    private static Rule last(Table table) {
        return table.rules().get(table.rules().size() - 1);
    }

    private static boolean takesAll(Rule rule) {
        return rule.inputs().stream()
                .allMatch(cell -> cell.isBlank() || cell.strip().equals("-"));
    }
}
