package esop.workflow.inbox;

import esop.identity.Person;
import esop.web.Lists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many tasks lie in views and behind filters: all in one statement, each counted as far as lists are and no further (ADR 32). */
@Component
public class TaskCounts {

    private final TaskSelections selections;
    private final JdbcClient jdbc;
    private final Lists lists;

    TaskCounts(TaskSelections selections, JdbcClient jdbc, Lists lists) {
        this.selections = selections;
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** One more than this says that there are more. */
    public int limit() {
        return lists.step();
    }

    /** In the order asked for, by name. */
    @Transactional(readOnly = true)
    public Map<String, Long> of(Person person, List<Wanted> wanted) {
        var counts = new LinkedHashMap<String, Long>();
        if (wanted.isEmpty()) {
            return counts;
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("most", limit() + 1);
        var columns = new ArrayList<String>();
        for (var number = 0; number < wanted.size(); number++) {
            var one = wanted.get(number);
            var selection = selections.of(person, one.view(), one.filter(), "n" + number);
            columns.add("(SELECT count(*) FROM (SELECT 1 " + selection.from() + " LIMIT :most) AS counted)");
            parameters.putAll(selection.parameters());
        }
        var row = jdbc.sql("SELECT ARRAY[" + String.join(", ", columns) + "]")
                .params(parameters)
                .query((found, at) -> (Long[]) found.getArray(1).getArray())
                .single();
        for (var number = 0; number < row.length; number++) {
            counts.put(wanted.get(number).name(), row[number]);
        }
        return counts;
    }

    /** @param name how the count is asked for and told */
    public record Wanted(String name, TaskView view, TaskFilter filter) {}
}
