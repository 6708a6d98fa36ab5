package esop.workflow.table;

import esop.workflow.table.Table.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two versions of a table differ, rule by rule.
 *
 * @param kind {@code added}, {@code removed}, {@code changed} or {@code moved}
 */
record TableDiff(
        String rule,
        String kind,
        @Nullable Rule before,
        @Nullable Rule after) {

    static List<TableDiff> between(Table before, Table after) {
        var differences = new ArrayList<TableDiff>();
        for (var rule : before.rules()) {
            if (find(after, rule.id()) == null) {
                differences.add(new TableDiff(rule.id(), "removed", rule, null));
            }
        }
        var order = before.rules().stream()
                .map(Rule::id)
                .filter(id -> find(after, id) != null)
                .toList();
        var place = 0;
        for (var rule : after.rules()) {
            var former = find(before, rule.id());
            if (former == null) {
                differences.add(new TableDiff(rule.id(), "added", null, rule));
                continue;
            }
            if (!former.equals(rule)) {
                differences.add(new TableDiff(rule.id(), "changed", former, rule));
            } else if (!order.get(place).equals(rule.id())) {
                differences.add(new TableDiff(rule.id(), "moved", former, rule));
            }
            place++;
        }
        return differences;
    }

    private static @Nullable Rule find(Table table, String id) {
        return table.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
