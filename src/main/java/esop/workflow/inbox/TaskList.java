package esop.workflow.inbox;

import esop.identity.Person;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import esop.workflow.calendar.TaskTimes;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pages of an inbox. Each pigeon-hole of the person gives its first entries in the index's own order, so that a page costs what
 * it shows and not what lies behind it.
 */
@Component
public class TaskList {

    private static final Map<String, String> SORTS = Map.of("due", "due", "created", "created", "priority", "priority");
    private static final Map<String, String> LISTED_SORTS =
            Map.of("completed", "t.closed", "created", "t.created", "due", "t.due", "priority", "t.priority");
    private static final Map<TaskView, String> USUAL = Map.of(
            TaskView.LATER, "t.follow_up",
            TaskView.STARTED, "t.due",
            TaskView.TEAM, "t.due",
            TaskView.CC, "c.sent DESC",
            TaskView.DONE, "t.closed DESC");
    private static final Set<TaskView> OPEN_ONLY = Set.of(TaskView.LATER, TaskView.STARTED, TaskView.TEAM);

    private final JdbcClient jdbc;
    private final Lists lists;
    private final TaskRows rows;
    private final TaskSelections selections;

    TaskList(JdbcClient jdbc, Lists lists, TaskRows rows, TaskSelections selections) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.rows = rows;
        this.selections = selections;
    }

    @Transactional(readOnly = true)
    public Page<Task> page(Person person, TaskView view, TaskFilter filter, Paging paging) {
        return view.readsPigeonHoles() ? open(person, view, filter, paging) : listed(person, view, filter, paging);
    }

    /** @throws esop.web.BadRequestException where a view cannot be sorted like this */
    public void checkSort(TaskView view, @Nullable String sort) {
        new Paging(null, null, sort).orderBy(view.readsPigeonHoles() ? SORTS : LISTED_SORTS, "");
    }

    private Page<Task> open(Person person, TaskView view, TaskFilter filter, Paging paging) {
        var order = paging.orderBy(SORTS, "due, task_id");
        var selection = selections.of(person, view, filter, "");
        var parameters = selection.parameters();
        parameters.put("top", paging.offset() + paging.limit());
        parameters.put("offset", paging.offset());
        parameters.put("limit", paging.limit());
        return lists.page(
                paging,
                selection.from(),
                parameters,
                () -> jdbc.sql("""
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
                        SELECT %3$s, %4$s
                        FROM page JOIN workflow.open_task t ON t.task_id = page.task_id
                        ORDER BY page.place
                        """.formatted(selection.where(), order, TaskRows.OPEN, TaskTimes.CLOCK))
                        .params(parameters)
                        .query(rows.mapper())
                        .list());
    }

    private Page<Task> listed(Person person, TaskView view, TaskFilter filter, Paging paging) {
        var selection = selections.of(person, view, filter, "");
        var parameters = selection.parameters();
        parameters.put("offset", paging.offset());
        parameters.put("limit", paging.limit());
        var columns = OPEN_ONLY.contains(view) ? TaskRows.OPEN : TaskRows.CLOSED;
        var order = paging.orderBy(LISTED_SORTS, USUAL.get(view) + ", t.task_id");
        return lists.page(
                paging,
                selection.from(),
                parameters,
                () -> jdbc.sql("SELECT %s, %s %s ORDER BY %s OFFSET :offset LIMIT :limit"
                                .formatted(columns, TaskTimes.CLOCK, selection.from(), order))
                        .params(parameters)
                        .query(rows.mapper())
                        .list());
    }
}
