package esop.workflow.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import esop.identity.Person;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import esop.workflow.calendar.TaskTimes;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 代理: what lies with the people one stands in for and with their groups, as far as it is left to the substitute. */
@Component
class SubstituteTasks {

    /** Beside the views of one's own; nobody keeps a filter over it. */
    static final String VIEW = "substituted";

    private static final Map<String, String> SORTS =
            Map.of("due", "t.due", "created", "t.created", "priority", "t.priority");

    /** Of a task that several ways lead to, the first person counts. */
    private static final String FROM = """
            FROM (
                SELECT DISTINCT ON (i.task_id) i.task_id, hole.principal
                FROM jsonb_to_recordset(:holes::jsonb)
                         AS hole (place integer, name text, principal text, own boolean, processes text[], cities text[], amount numeric)
                JOIN workflow.task_inbox i ON i.inbox = hole.name
                JOIN workflow.open_task o ON o.task_id = i.task_id
                WHERE o.kind = 'task' AND i.city = ANY (:cities) AND (hole.own OR i.assignee IS NULL)
                  AND (hole.processes IS NULL OR i.process = ANY (hole.processes))
                  AND (hole.cities IS NULL OR i.city = ANY (hole.cities))
                  AND (hole.amount IS NULL OR o.amount IS NULL OR o.amount <= hole.amount)
                  AND (o.barred && ARRAY[:me::text, hole.principal]) IS NOT TRUE
                  AND %s
                ORDER BY i.task_id, hole.place
            ) AS found
            JOIN workflow.open_task t ON t.task_id = found.task_id
            """;

    private final JdbcClient jdbc;
    private final Lists lists;
    private final TaskRows rows;
    private final Substitutes substitutes;
    private final ObjectMapper json;
    private final Clock clock;

    SubstituteTasks(
            JdbcClient jdbc, Lists lists, TaskRows rows, Substitutes substitutes, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.rows = rows;
        this.substitutes = substitutes;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Task> page(Person person, TaskFilter filter, Paging paging) {
        var parameters = new HashMap<String, Object>();
        var conditions = filter.conditions(parameters, clock, "");
        parameters.put("me", person.id());
        parameters.put("holes", json.valueToTree(holes(person)).toString());
        parameters.put("cities", person.cities().toArray(String[]::new));
        var from = FROM.formatted(conditions.isEmpty() ? "true" : String.join(" AND ", conditions));
        var order = paging.orderBy(SORTS, "t.due, t.task_id");
        return lists.page(
                paging,
                from,
                parameters,
                () -> jdbc.sql("SELECT %s, %s %s ORDER BY %s OFFSET :offset LIMIT :limit"
                                .formatted(
                                        TaskRows.OPEN.replace("t.acting_for", "found.principal AS acting_for"),
                                        TaskTimes.CLOCK,
                                        from,
                                        order))
                        .params(parameters)
                        .param("offset", paging.offset())
                        .param("limit", paging.limit())
                        .query(rows.mapper())
                        .list());
    }

    /** At most one more than {@code most}; null where one stands in for nobody. */
    @Transactional(readOnly = true)
    public @Nullable Long count(Person person, int most) {
        var holes = holes(person);
        return holes.isEmpty()
                ? null
                : jdbc.sql("SELECT count(*) FROM (SELECT 1 " + FROM.formatted("true") + " LIMIT :most) AS counted")
                        .param("me", person.id())
                        .param("holes", json.valueToTree(holes).toString())
                        .param("cities", person.cities().toArray(String[]::new))
                        .param("most", most + 1)
                        .query(Long.class)
                        .single();
    }

    /** What waits for a group of one's own is one's own already. */
    private List<Hole> holes(Person person) {
        var holes = new ArrayList<Hole>();
        for (var acting : substitutes.of(person)) {
            var principal = acting.principal();
            holes.add(hole(holes.size(), "person:" + principal.id(), acting, true));
            principal.groups().stream()
                    .filter(group -> !person.groups().contains(group))
                    .forEach(group -> holes.add(hole(holes.size(), group, acting, false)));
        }
        return holes;
    }

    private static Hole hole(int place, String name, Acting acting, boolean own) {
        return new Hole(
                place, name, acting.principal().id(), own, acting.processes(), acting.cities(), acting.amountLimit());
    }

    private record Hole(
            int place,
            String name,
            String principal,
            boolean own,
            @Nullable Set<String> processes,
            @Nullable Set<String> cities,
            @Nullable BigDecimal amount) {}
}
