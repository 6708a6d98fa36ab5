package esop.workflow.table;

import java.util.List;

/**
 * A decision table: what may be changed are its rules.
 *
 * @param hitPolicy {@code UNIQUE}, {@code FIRST}, {@code COLLECT} …
 */
public record Table(
        String id, String name, String hitPolicy, List<Input> inputs, List<Output> outputs, List<Rule> rules) {

    public record Input(String id, String label, String expression, String type) {}

    /** @param values what a cell may say, empty where anything goes */
    public record Output(String id, String label, String name, String type, List<String> values) {

        Output with(List<String> words) {
            return new Output(id, label, name, type, words);
        }
    }

    /**
     * @param inputs unary tests in FEEL, empty for any
     * @param outputs expressions in FEEL
     */
    public record Rule(String id, String description, List<String> inputs, List<String> outputs) {}

    Table with(List<Rule> changed) {
        return new Table(id, name, hitPolicy, inputs, outputs, changed);
    }

    Table withOutputs(List<Output> columns) {
        return new Table(id, name, hitPolicy, inputs, columns, rules);
    }

    /** Whatever words the columns take: rules can be brought in line with those, but not with other columns. */
    boolean hasTheFrameOf(Table other) {
        return frame().equals(other.frame());
    }

    private Table frame() {
        return with(List.of())
                .withOutputs(
                        outputs.stream().map(column -> column.with(List.of())).toList());
    }
}
