package esop.systems.resend;

import esop.systems.Afterwards;
import esop.systems.calls.ResendPolicies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RuleRepository {

    private static final String SELECT = """
            SELECT id, system, step, error_class, attempts, intervals, jitter_percent, afterwards, revision, changed_by, changed
            FROM systems.resend_policy
            """;

    private final JdbcClient jdbc;

    RuleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The most exact first, as they are looked through. */
    List<ResendRule> all() {
        return jdbc.sql(SELECT
                        + "ORDER BY step = '*', system = '*', length(error_class) DESC, system, step, error_class")
                .query(RuleRepository::read)
                .list();
    }

    Optional<ResendRule> find(long id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(RuleRepository::read)
                .optional();
    }

    /** Empty where there is one for the same system, step and error class. */
    Optional<Long> add(RuleDraft draft, String person) {
        return bound("""
                        INSERT INTO systems.resend_policy (
                            system, step, error_class, attempts, intervals, jitter_percent, afterwards, revision, changed_by, changed)
                        VALUES (:system, :step, :errorClass, :attempts, :intervals, :jitter, :afterwards, 1, :person, now())
                        ON CONFLICT (system, step, error_class) DO NOTHING
                        RETURNING id
                        """, draft).param("person", person).query(Long.class).optional();
    }

    /** False where somebody was quicker. */
    boolean change(long id, RuleDraft draft, String person) {
        return bound("""
                                UPDATE systems.resend_policy
                                SET system = :system, step = :step, error_class = :errorClass, attempts = :attempts, intervals = :intervals,
                                    jitter_percent = :jitter, afterwards = :afterwards, revision = revision + 1, changed_by = :person, changed = now()
                                WHERE id = :id AND revision = :revision
                                """, draft)
                        .param("person", person)
                        .param("id", id)
                        .param("revision", draft.revision())
                        .update()
                == 1;
    }

    boolean remove(long id, int revision) {
        return jdbc.sql("DELETE FROM systems.resend_policy WHERE id = :id AND revision = :revision")
                        .param("id", id)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** The rule that would decide; id 0 is the draft. */
    Optional<ResendRule> deciding(
            String system, String step, String errorClass, @Nullable RuleDraft draft, @Nullable Long replaced) {
        var candidates = draft == null ? "" : """
                UNION ALL
                SELECT 0, :draftSystem, :draftStep, :draftErrorClass, :attempts, :intervals, :jitter, :afterwards, 0, NULL, NULL::timestamptz
                """;
        var query = jdbc.sql(
                        "SELECT id, system, step, error_class, attempts, intervals, jitter_percent, afterwards, revision, changed_by, changed FROM ("
                                + SELECT
                                + "WHERE id IS DISTINCT FROM :replaced::bigint " + candidates + ") AS candidate "
                                + ResendPolicies.BEST_FIRST)
                .param("replaced", replaced)
                .param("system", system)
                .param("step", step)
                .param("errorClass", errorClass);
        if (draft != null) {
            query = query.param("draftSystem", draft.system())
                    .param("draftStep", draft.step())
                    .param("draftErrorClass", draft.errorClass())
                    .param("attempts", draft.attempts())
                    .param("intervals", String.join(",", Objects.requireNonNull(draft.intervals())))
                    .param("jitter", draft.jitterPercent())
                    .param("afterwards", draft.afterwards().name());
        }
        return query.query(RuleRepository::read).optional();
    }

    private JdbcClient.StatementSpec bound(String sql, RuleDraft draft) {
        return jdbc.sql(sql)
                .param("system", draft.system())
                .param("step", draft.step())
                .param("errorClass", draft.errorClass())
                .param("attempts", draft.attempts())
                .param("intervals", String.join(",", Objects.requireNonNull(draft.intervals())))
                .param("jitter", draft.jitterPercent())
                .param("afterwards", draft.afterwards().name());
    }

    private static ResendRule read(ResultSet row, int number) throws SQLException {
        var changed = row.getTimestamp("changed");
        return new ResendRule(
                row.getLong("id"),
                row.getString("system"),
                row.getString("step"),
                row.getString("error_class"),
                row.getInt("attempts"),
                Arrays.stream(row.getString("intervals").split(","))
                        .map(String::strip)
                        .toList(),
                row.getInt("jitter_percent"),
                Afterwards.valueOf(row.getString("afterwards")),
                row.getInt("revision"),
                row.getString("changed_by"),
                changed == null ? null : changed.toInstant());
    }
}
