package esop.workflow.instance;

import esop.identity.CurrentPerson;
import esop.identity.DataScope;
import esop.web.Listing;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import esop.workflow.Flows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads our index of instances and tasks in TMF701's words. */
@Component
@Transactional(readOnly = true)
class FlowRows implements Flows {

    private static final String STATE = """
            CASE
                WHEN i.state <> 'running' THEN i.state
                WHEN EXISTS (SELECT 1 FROM camunda.act_ru_incident f WHERE f.proc_inst_id_ = i.id)
                    OR EXISTS (SELECT 1 FROM camunda.act_ru_execution e WHERE e.id_ = i.id AND e.suspension_state_ = 2) THEN 'hold'
                ELSE 'active'
            END""";

    private static final String COLUMNS = """
            i.id, i.process, i.process_name, i.process_name_en, i.business_key, i.root_business_key, i.parent_id, i.city,
                i.customer_id, i.customer_name, i.started, i.ended, %s AS state,
                ARRAY(
                    SELECT task_id
                    FROM (SELECT o.task_id, o.created FROM workflow.open_task o WHERE o.instance_id = i.id AND o.kind = 'task'
                          UNION ALL
                          SELECT c.task_id, c.created FROM workflow.closed_task c WHERE c.instance_id = i.id AND c.kind = 'task') AS tasks
                    ORDER BY created, task_id) AS tasks
            """.formatted(STATE);

    private static final String TASK = """
            SELECT t.task_id, t.instance_id, t.activity, t.name, t.name_en, t.business_key, t.assignee, t.candidate_groups, t.priority,
                t.created, t.due, NULL::timestamptz AS closed,
                CASE
                    WHEN EXISTS (SELECT 1 FROM camunda.act_ru_task r WHERE r.id_ = t.task_id AND r.suspension_state_ = 2) THEN 'hold'
                    WHEN t.assignee IS NULL THEN 'new'
                    ELSE 'active'
                END AS state
            FROM workflow.open_task t
            WHERE t.instance_id = :flow AND t.city = ANY (:cities) AND t.kind = 'task'
            UNION ALL
            SELECT t.task_id, t.instance_id, t.activity, t.name, t.name_en, t.business_key, t.assignee, t.candidate_groups, t.priority,
                t.created, t.due, t.closed, t.outcome
            FROM workflow.closed_task t
            WHERE t.instance_id = :flow AND t.city = ANY (:cities) AND t.kind = 'task'
            ORDER BY created, task_id
            """;

    private final JdbcClient jdbc;
    private final Lists lists;
    private final CurrentPerson currentPerson;

    FlowRows(JdbcClient jdbc, Lists lists, CurrentPerson currentPerson) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.currentPerson = currentPerson;
    }

    @Override
    public Page<Flow> list(Filter filter, Paging paging) {
        var params = new HashMap<String, Object>();
        return lists.page(
                paging,
                new Listing(
                        COLUMNS,
                        "workflow.instance i",
                        "i.id",
                        "workflow.instance i WHERE " + conditions(filter, params),
                        "i.started DESC, i.id DESC",
                        params),
                FlowRows::flow);
    }

    private static String conditions(Filter filter, Map<String, Object> params) {
        var conditions = new ArrayList<>(List.of(DataScope.condition("i.city", params)));
        if (!filter.states().isEmpty()) {
            conditions.add("i.state = ANY (:kept)");
            params.put("kept", filter.states().stream().map(FlowRows::kept).toArray(String[]::new));
            conditions.add("(" + STATE + ") = ANY (:states)");
            params.put("states", filter.states().toArray(String[]::new));
        }
        add(conditions, params, "i.process = :process", "process", filter.process());
        add(
                conditions,
                params,
                "(i.business_key = :subject OR i.root_business_key = :subject)",
                "subject",
                filter.subject());
        add(conditions, params, "i.customer_id = :customerId", "customerId", filter.customerId());
        add(conditions, params, "i.started >= :since", "since", timestamp(filter.since()));
        add(conditions, params, "i.started < :before", "before", timestamp(filter.before()));
        return String.join(" AND ", conditions);
    }

    /** How our index calls it: it does not tell the running ones apart. */
    private static String kept(String state) {
        return state.equals("active") || state.equals("hold") ? "running" : state;
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> params,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
    }

    @Override
    public Optional<Flow> find(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM workflow.instance i WHERE i.id = :id AND i.city = ANY (:cities)")
                .param("id", id)
                .param("cities", cities())
                .query(FlowRows::flow)
                .optional();
    }

    @Override
    public List<Task> tasks(String flowId) {
        return jdbc.sql(TASK)
                .param("flow", flowId)
                .param("cities", cities())
                .query(FlowRows::task)
                .list();
    }

    @Override
    public Optional<Task> task(String flowId, String taskId) {
        return tasks(flowId).stream().filter(task -> task.id().equals(taskId)).findFirst();
    }

    private String[] cities() {
        return currentPerson.get().cities().toArray(String[]::new);
    }

    private static Flow flow(ResultSet row, int number) throws SQLException {
        return new Flow(
                row.getString("id"),
                row.getString("process"),
                row.getString("process_name"),
                row.getString("process_name_en"),
                row.getString("business_key"),
                row.getString("root_business_key"),
                row.getString("parent_id"),
                row.getString("city"),
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                instant(row, "ended"),
                row.getString("state"),
                List.of((String[]) row.getArray("tasks").getArray()));
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getString("task_id"),
                row.getString("instance_id"),
                row.getString("activity"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("business_key"),
                row.getString("assignee"),
                List.of((String[]) row.getArray("candidate_groups").getArray()),
                row.getInt("priority"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                instant(row, "due"),
                instant(row, "closed"),
                row.getString("state"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
