package esop.workflow.inbox;

import esop.identity.Person;
import esop.web.Page;
import esop.web.Paging;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pages of an inbox. Each pigeon-hole of the person gives its first entries in the index's own order, so that a page costs what
 * it shows and not what lies behind it.
 */
@Component
class TaskList {

    private static final Map<String, String> SORTS = Map.of("due", "due", "created", "created", "priority", "priority");
    private static final Map<String, String> DONE_SORTS =
            Map.of("completed", "t.closed", "created", "t.created", "due", "t.due", "priority", "t.priority");

    private final JdbcClient jdbc;
    private final TaskRows rows;
    private final Clock clock;

    TaskList(JdbcClient jdbc, TaskRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Task> page(Person person, TaskView view, TaskFilter filter, Paging paging) {
        return view == TaskView.DONE ? done(person, filter, paging) : open(person, view, filter, paging);
    }

    private Page<Task> open(Person person, TaskView view, TaskFilter filter, Paging paging) {
        var order = paging.orderBy(SORTS, "due, task_id");
        var parameters = parameters(person, view);
        var conditions = new ArrayList<>(List.of("i.city = ANY (:cities)", view.condition()));
        conditions.addAll(filter.conditions(parameters, clock));
        var where = String.join(" AND ", conditions);
        parameters.put("top", paging.offset() + paging.limit());
        parameters.put("offset", paging.offset());
        parameters.put("limit", paging.limit());
        var items = jdbc.sql("""
                        WITH hit AS (
                            SELECT DISTINCT h.task_id, h.due, h.created, h.priority
                            FROM unnest(:holes) AS hole (name)
                            CROSS JOIN LATERAL (
                                SELECT i.task_id, i.due, i.created, i.priority
                                FROM workflow.task_inbox i
                                WHERE i.inbox = hole.name AND %1$s
                                ORDER BY %2$s
                                LIMIT :top
                            ) h
                        ), page AS (
                            SELECT task_id, row_number() OVER (ORDER BY %2$s) AS place
                            FROM hit
                            ORDER BY place
                            OFFSET :offset LIMIT :limit
                        )
                        SELECT %3$s
                        FROM page JOIN workflow.open_task t ON t.task_id = page.task_id
                        ORDER BY page.place
                        """.formatted(where, order, TaskRows.OPEN))
                .params(parameters)
                .query(rows.mapper())
                .list();
        return paging.of(items, count(where, parameters));
    }

    /** Only tasks of several groups can lie in more than one of a person's pigeon-holes; they are few and counted by themselves. */
    private long count(String where, Map<String, Object> parameters) {
        return jdbc.sql("""
                        SELECT
                            (SELECT count(*) FROM workflow.task_inbox i WHERE i.inbox = ANY (:holes) AND i.sole AND %1$s)
                            + (SELECT count(DISTINCT i.task_id) FROM workflow.task_inbox i
                                WHERE i.inbox = ANY (:holes) AND NOT i.sole AND %1$s)
                        """.formatted(where))
                .params(parameters)
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Counts counts(Person person) {
        var parameters = parameters(person, TaskView.ALL);
        return counts("count(*)", "i.sole", parameters)
                .plus(counts("count(DISTINCT i.task_id)", "NOT i.sole", parameters));
    }

    private Counts counts(String number, String which, Map<String, Object> parameters) {
        return jdbc.sql("""
                        SELECT
                            %1$s FILTER (WHERE %3$s) AS mine,
                            %1$s FILTER (WHERE %4$s) AS "group",
                            %1$s FILTER (WHERE %5$s) AS "all",
                            %1$s FILTER (WHERE %6$s) AS overdue
                        FROM workflow.task_inbox i
                        WHERE i.inbox = ANY (:holes) AND i.city = ANY (:cities) AND %2$s
                        """.formatted(
                                number,
                                which,
                                TaskView.MINE.condition(),
                                TaskView.GROUP.condition(),
                                TaskView.ALL.condition(),
                                TaskView.OVERDUE.condition()))
                .params(parameters)
                .query(Counts.class)
                .single();
    }

    private static Map<String, Object> parameters(Person person, TaskView view) {
        var own = "person:" + person.id();
        var holes = new ArrayList<String>();
        if (view != TaskView.MINE) {
            holes.addAll(person.groups());
        }
        if (view != TaskView.GROUP) {
            holes.add(own);
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("own", own);
        parameters.put("me", person.id());
        parameters.put("cities", person.cities().toArray(String[]::new));
        parameters.put("holes", holes.toArray(String[]::new));
        return parameters;
    }

    private Page<Task> done(Person person, TaskFilter filter, Paging paging) {
        var order = paging.orderBy(DONE_SORTS, "t.closed DESC, t.task_id");
        var parameters = new HashMap<String, Object>();
        parameters.put("me", person.id());
        parameters.put("cities", person.cities().toArray(String[]::new));
        var conditions =
                new ArrayList<>(List.of("t.closed_by = :me", "t.outcome = 'completed'", "t.city = ANY (:cities)"));
        filter.conditions(parameters, clock)
                .forEach(condition -> conditions.add(condition
                        .replace(
                                "i.search",
                                "lower(concat_ws(' ', t.name, t.name_en, t.subject, t.subject_en, t.customer_name,"
                                        + " t.customer_id, t.business_key, t.root_business_key))")
                        .replace("i.", "t.")));
        var where = String.join(" AND ", conditions);
        var total = jdbc.sql("SELECT count(*) FROM workflow.closed_task t WHERE " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("offset", paging.offset());
        parameters.put("limit", paging.limit());
        var items = jdbc.sql("""
                        SELECT %s FROM workflow.closed_task t WHERE %s ORDER BY %s OFFSET :offset LIMIT :limit
                        """.formatted(TaskRows.CLOSED, where, order))
                .params(parameters)
                .query(rows.mapper())
                .list();
        return paging.of(items, total);
    }

    record Counts(long mine, long group, long all, long overdue) {

        Counts plus(Counts more) {
            return new Counts(mine + more.mine, group + more.group, all + more.all, overdue + more.overdue);
        }
    }
}
