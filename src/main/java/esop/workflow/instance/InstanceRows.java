package esop.workflow.instance;

import esop.identity.DataScope;
import esop.identity.Person;
import esop.web.BadRequestException;
import esop.web.Listing;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.instance.Instance.Customer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@code workflow.instance}; another city's instance is as unknown as one that never was. */
@Component
class InstanceRows {

    private static final Set<String> STATES = Set.of("running", "completed", "cancelled");
    private static final Map<String, String> SORTS =
            Map.of("started", "i.started", "ended", "i.ended", "businessKey", "i.business_key");
    private static final String IS_OVERDUE =
            "EXISTS (SELECT FROM workflow.open_task t WHERE t.instance_id = i.id AND t.due < now())";
    private static final String COLUMNS = """
            i.id, i.process, i.process_name, i.process_name_en, i.definition_id, i.business_key, i.root_business_key, i.parent_id,
            i.root_id, i.city, i.customer_id, i.customer_name, i.started, i.ended, i.state,
            (SELECT count(*) FROM camunda.act_ru_incident f WHERE f.proc_inst_id_ = i.id) AS incidents
            """;

    private final JdbcClient jdbc;
    private final Lists lists;

    InstanceRows(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    Instance get(String id, Person person) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM workflow.instance i WHERE i.id = :id AND i.city = ANY (:cities)")
                .param("id", id)
                .param("cities", person.cities().toArray(String[]::new))
                .query(InstanceRows::instance)
                .optional()
                .orElseThrow(() -> new UnknownException(Texts.get("workflow.instance.unknown", id)));
    }

    List<Instance> calledBy(String id) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM workflow.instance i WHERE i.parent_id = :id ORDER BY i.started, i.id")
                .param("id", id)
                .query(InstanceRows::instance)
                .list();
    }

    /** Who called it, and who called that one: outermost first. */
    List<Instance> above(String id) {
        return jdbc.sql("""
                        WITH RECURSIVE caller AS (
                            SELECT one.parent_id AS id, 1 AS height FROM workflow.instance one WHERE one.id = :id
                            UNION ALL
                            SELECT next.parent_id, caller.height + 1
                            FROM workflow.instance next JOIN caller ON next.id = caller.id
                        )
                        SELECT %s FROM caller JOIN workflow.instance i ON i.id = caller.id ORDER BY caller.height DESC
                        """.formatted(COLUMNS))
                .param("id", id)
                .query(InstanceRows::instance)
                .list();
    }

    /**
     * @param businessKey of the instance itself or of the business object its family is about
     * @param startedBy who has begun it; what it has called then belongs to it and is not listed
     */
    Page<Instance> page(
            @Nullable String process,
            @Nullable String state,
            @Nullable Boolean overdue,
            @Nullable String businessKey,
            @Nullable String startedBy,
            Paging paging) {
        var parameters = new HashMap<String, Object>();
        var conditions = new ArrayList<>(List.of(DataScope.condition("i.city", parameters)));
        if (process != null) {
            conditions.add("i.process = :process");
            parameters.put("process", process);
        }
        if (state != null) {
            if (!STATES.contains(state)) {
                throw new BadRequestException("state", Texts.get("workflow.instance.unknown-state"));
            }
            conditions.add("i.state = :state");
            parameters.put("state", state);
        }
        if (overdue != null) {
            conditions.add((overdue ? "" : "NOT ") + IS_OVERDUE);
        }
        if (businessKey != null) {
            conditions.add("(i.business_key = :key OR i.root_business_key = :key)");
            parameters.put("key", businessKey);
        }
        if (startedBy != null) {
            conditions.add("i.started_by = :startedBy AND i.parent_id IS NULL");
            parameters.put("startedBy", startedBy);
        }
        return lists.page(
                paging,
                new Listing(
                        COLUMNS,
                        "workflow.instance i",
                        "i.id",
                        "workflow.instance i WHERE " + String.join(" AND ", conditions),
                        paging.orderBy(SORTS, "i.started DESC, i.id"),
                        parameters),
                InstanceRows::instance);
    }

    private static Instance instance(ResultSet row, int number) throws SQLException {
        var customer = row.getString("customer_id");
        return new Instance(
                row.getString("id"),
                row.getString("process"),
                row.getString("process_name"),
                row.getString("process_name_en"),
                row.getString("definition_id"),
                row.getString("business_key"),
                row.getString("root_business_key"),
                row.getString("parent_id"),
                row.getString("root_id"),
                row.getString("city"),
                customer == null ? null : new Customer(customer, row.getString("customer_name")),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended", OffsetDateTime.class)),
                row.getString("state"),
                row.getInt("incidents"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
