package esop.audit;

import esop.audit.AuditedRecord.Element;
import esop.identity.DataScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DifferenceRepository {

    private static final String SELECT = """
            SELECT id, audit_id, order_id, position, city, system, name, element, ours, theirs, basis, state, repair, reason, person, approver,
                repair_key, batch_id, result, message, found, changed
            FROM audit.difference
            """;

    private final JdbcClient jdbc;

    DifferenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody has accepted with the same values before is not found a second time. */
    void found(OrderAudit audit, AuditedRecord record, Element element, @Nullable String result) {
        jdbc.sql("""
                        INSERT INTO audit.difference AS known (
                            audit_id, order_id, position, city, system, name, element, ours, theirs, basis, state, repair, reason, person,
                            result)
                        SELECT :audit, :order, :position, :city, :system, :name, :element, :ours, :theirs, :basis,
                            CASE WHEN before.id IS NULL THEN 'open' ELSE 'accepted' END, before.repair, before.reason, before.person,
                            CASE WHEN before.id IS NULL THEN NULL ELSE 'accepted-before' END
                        FROM (VALUES (1)) one
                        LEFT JOIN LATERAL (
                            SELECT id, repair, reason, person FROM audit.difference
                            WHERE order_id = :order AND name = :name AND element = :element AND state = 'accepted' AND ours = :ours
                                AND theirs IS NOT DISTINCT FROM :theirs
                            ORDER BY id DESC LIMIT 1) before ON true
                        ON CONFLICT (audit_id, name, element) DO UPDATE
                        SET ours = EXCLUDED.ours, theirs = EXCLUDED.theirs, basis = EXCLUDED.basis, state = EXCLUDED.state,
                            result = coalesce(EXCLUDED.result, :result), message = NULL, changed = now()
                        """)
                .param("audit", audit.id())
                .param("order", audit.orderId())
                .param("position", record.position())
                .param("city", record.city())
                .param("system", record.system())
                .param("name", record.name())
                .param("element", element.element())
                .param("ours", element.ours())
                .param("theirs", element.theirs(), Types.VARCHAR)
                .param("basis", element.basis())
                .param("result", result, Types.VARCHAR)
                .update();
    }

    /** Of a record, whatever no longer differs. */
    void fixed(String auditId, String name, List<String> stillDiffering, String result) {
        jdbc.sql("""
                        UPDATE audit.difference SET state = 'fixed', result = :result, message = NULL, changed = now()
                        WHERE audit_id = :audit AND name = :name AND state NOT IN ('fixed', 'accepted') AND element <> ALL (:differing)
                        """)
                .param("result", result)
                .param("audit", auditId)
                .param("name", name)
                .param("differing", stillDiffering.toArray(String[]::new))
                .update();
    }

    /** Of a record, whatever a repair was to mend: nobody knows whether it has. */
    void open(String auditId, String name, String result, @Nullable String message) {
        jdbc.sql("""
                        UPDATE audit.difference SET state = 'open', result = :result, message = :message, changed = now()
                        WHERE audit_id = :audit AND name = :name AND state IN ('proposed', 'repairing', 'rolling-back')
                        """)
                .param("result", result)
                .param("message", message, Types.VARCHAR)
                .param("audit", auditId)
                .param("name", name)
                .update();
    }

    /** With it, what else differs in the same record. */
    void repairing(Difference difference, String key) {
        jdbc.sql("""
                        UPDATE audit.difference
                        SET state = 'repairing', repair = 'send-again', repair_key = :key, person = :person, approver = :approver,
                            reason = :reason, result = NULL, message = NULL, changed = now()
                        WHERE audit_id = :audit AND name = :name AND (state = 'open' OR id = :id)
                        """)
                .param("key", key)
                .param("person", difference.person(), Types.VARCHAR)
                .param("approver", difference.approver(), Types.VARCHAR)
                .param("reason", difference.reason(), Types.VARCHAR)
                .param("audit", difference.auditId())
                .param("name", difference.name())
                .param("id", difference.id())
                .update();
    }

    void save(Difference difference) {
        jdbc.sql("""
                        UPDATE audit.difference
                        SET state = :state, repair = :repair, reason = :reason, person = :person, approver = :approver, batch_id = :batch,
                            result = :result, message = :message, changed = now()
                        WHERE id = :id
                        """)
                .param("state", difference.state())
                .param("repair", difference.repair(), Types.VARCHAR)
                .param("reason", difference.reason(), Types.VARCHAR)
                .param("person", difference.person(), Types.VARCHAR)
                .param("approver", difference.approver(), Types.VARCHAR)
                .param("batch", difference.batchId(), Types.VARCHAR)
                .param("result", difference.result(), Types.VARCHAR)
                .param("message", difference.message(), Types.VARCHAR)
                .param("id", difference.id())
                .update();
    }

    Optional<Difference> find(long id) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", id);
        return jdbc.sql(SELECT + "WHERE id = :id AND " + DataScope.condition("city", parameters))
                .params(parameters)
                .query(DifferenceRepository::read)
                .optional();
    }

    List<Difference> of(String auditId) {
        var parameters = new HashMap<String, Object>();
        parameters.put("audit", auditId);
        return jdbc.sql(SELECT + "WHERE audit_id = :audit AND " + DataScope.condition("city", parameters)
                        + " ORDER BY position, id")
                .params(parameters)
                .query(DifferenceRepository::read)
                .list();
    }

    List<Difference> repairedBy(String key) {
        return jdbc.sql(SELECT + "WHERE repair_key = :key AND state = 'repairing' ORDER BY id")
                .param("key", key)
                .query(DifferenceRepository::read)
                .list();
    }

    List<Difference> rollingBack(String orderId) {
        return jdbc.sql(SELECT + "WHERE order_id = :order AND state = 'rolling-back' ORDER BY id")
                .param("order", orderId)
                .query(DifferenceRepository::read)
                .list();
    }

    private static Difference read(ResultSet row, int number) throws SQLException {
        return new Difference(
                row.getLong("id"),
                row.getString("audit_id"),
                row.getString("order_id"),
                row.getInt("position"),
                row.getString("city"),
                row.getString("system"),
                row.getString("name"),
                row.getString("element"),
                row.getString("ours"),
                row.getString("theirs"),
                row.getString("basis"),
                row.getString("state"),
                row.getString("repair"),
                row.getString("reason"),
                row.getString("person"),
                row.getString("approver"),
                row.getString("repair_key"),
                row.getString("batch_id"),
                row.getString("result"),
                row.getString("message"),
                row.getTimestamp("found").toInstant(),
                row.getTimestamp("changed").toInstant());
    }
}
