package esop.workflow.filter;

import esop.workflow.filter.FilterController.Wish;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FilterRepository {

    private static final String COLUMNS = """
            SELECT f.id, f.owner, f.name, f.view, f.process, f.q, f.customer, f.due, f.sort, f.shared_with, f.revision,
                f.process IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM camunda.act_re_procdef p WHERE p.key_ = f.process) AS process_gone
            FROM workflow.task_filter f
            """;

    private final JdbcClient jdbc;

    FilterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One's own and those shared with one of these groups, own ones first. */
    List<KeptFilter> seenBy(String person, String[] groups) {
        return jdbc.sql(COLUMNS + """
                        WHERE f.deleted IS NULL AND (f.owner = :person OR f.shared_with = ANY (:groups))
                        ORDER BY f.owner <> :person, f.created, f.id
                        """)
                .param("person", person)
                .param("groups", groups)
                .query(KeptFilter.class)
                .list();
    }

    Optional<KeptFilter> find(String id) {
        return jdbc.sql(COLUMNS + "WHERE f.id = :id AND f.deleted IS NULL")
                .param("id", id)
                .query(KeptFilter.class)
                .optional();
    }

    int numberOf(String owner) {
        return jdbc.sql("SELECT count(*) FROM workflow.task_filter WHERE owner = :owner AND deleted IS NULL")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    boolean hasName(String owner, String name, @Nullable String except) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM workflow.task_filter
                            WHERE owner = :owner AND name = :name AND deleted IS NULL AND id IS DISTINCT FROM CAST(:except AS text))
                        """)
                .param("owner", owner)
                .param("name", name)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    void add(String id, String owner, Wish wish) {
        jdbc.sql("""
                        INSERT INTO workflow.task_filter (
                            id, owner, name, view, process, q, customer, due, sort, shared_with, revision, created)
                        VALUES (:id, :owner, :name, :view, :process, :q, :customer, :due, :sort, :sharedWith, 1, clock_timestamp())
                        """)
                .param("id", id)
                .param("owner", owner)
                .params(conditions(wish))
                .update();
    }

    /** @return whether it was still at this revision */
    boolean change(String id, Wish wish) {
        return jdbc.sql("""
                                UPDATE workflow.task_filter
                                SET name = :name, view = :view, process = :process, q = :q, customer = :customer, due = :due,
                                    sort = :sort, shared_with = :sharedWith, revision = revision + 1
                                WHERE id = :id AND deleted IS NULL
                                  AND revision = coalesce(CAST(:revision AS integer), revision)
                                """)
                        .param("id", id)
                        .param("revision", wish.revision())
                        .params(conditions(wish))
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> conditions(Wish wish) {
        var conditions = new HashMap<String, @Nullable Object>();
        conditions.put("name", wish.name());
        conditions.put("view", wish.view());
        conditions.put("process", wish.process());
        conditions.put("q", wish.q());
        conditions.put("customer", wish.customer());
        conditions.put("due", wish.due());
        conditions.put("sort", wish.sort());
        conditions.put("sharedWith", wish.sharedWith());
        return conditions;
    }

    void delete(String id, String owner) {
        jdbc.sql("UPDATE workflow.task_filter SET deleted = clock_timestamp() WHERE id = :id AND owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    /** @return whether there was one to bring back */
    boolean restore(String id, String owner) {
        return jdbc.sql("UPDATE workflow.task_filter SET deleted = NULL WHERE id = :id AND owner = :owner")
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /** What was deleted a day ago nobody brings back any more. */
    void sweep(String owner) {
        jdbc.sql("""
                        DELETE FROM workflow.task_filter
                        WHERE owner = :owner AND deleted < clock_timestamp() - interval '1 day'
                        """).param("owner", owner).update();
    }

    Optional<String> usual(String person) {
        return jdbc.sql("SELECT filter FROM workflow.task_filter_default WHERE person = :person")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    void makeUsual(String person, @Nullable String filter) {
        jdbc.sql("DELETE FROM workflow.task_filter_default WHERE person = :person")
                .param("person", person)
                .update();
        if (filter != null) {
            jdbc.sql("INSERT INTO workflow.task_filter_default (person, filter) VALUES (:person, :filter)")
                    .param("person", person)
                    .param("filter", filter)
                    .update();
        }
    }
}
