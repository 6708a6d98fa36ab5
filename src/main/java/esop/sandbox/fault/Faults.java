package esop.sandbox.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The switches; each request that is struck uses one of a fault's times up. */
@Repository
public class Faults {

    private static final List<String> FOR_READS = Arrays.stream(FaultMode.values())
            .filter(FaultMode::strikesReads)
            .map(FaultMode::word)
            .toList();

    private final JdbcClient jdbc;

    Faults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param resource of the operation, so that a switch may name either
     * @param body of the request, for switches that are meant for some only
     */
    public Optional<Fault> strike(String system, String resource, String operation, boolean writes, String body) {
        return jdbc.sql("""
                        UPDATE sandbox.fault
                           SET remaining = remaining - 1
                         WHERE (system, operation) IN (
                                   SELECT f.system, f.operation
                                     FROM sandbox.fault f
                                    WHERE f.system = :system
                                      AND f.operation IN ('', :resource, :operation)
                                      AND (f.remaining IS NULL OR f.remaining > 0)
                                      AND (:writes OR f.mode IN (:forReads))
                                      AND (f.containing IS NULL OR strpos(:body, f.containing) > 0)
                                      AND random() < f.probability
                                    ORDER BY length(f.operation) DESC
                                    LIMIT 1
                                      FOR UPDATE)
                        RETURNING system, operation, mode, remaining, delay_ms, probability, containing, apply
                        """)
                .param("system", system)
                .param("resource", resource)
                .param("operation", operation)
                .param("writes", writes)
                .param("forReads", FOR_READS)
                .param("body", body)
                .query(Faults::fault)
                .optional();
    }

    /** A fault of the whole system takes the place of everything set for it before, one of an operation only of its own. */
    @Transactional
    public void set(Fault fault) {
        if (fault.operation() == null) {
            clear(fault.system());
        } else {
            jdbc.sql("DELETE FROM sandbox.fault WHERE system = :system AND operation = :operation")
                    .param("system", fault.system())
                    .param("operation", fault.operation())
                    .update();
        }
        if (fault.mode() == FaultMode.OK) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO sandbox.fault (system, operation, mode, remaining, delay_ms, probability, containing, apply)
                        VALUES (:system, :operation, :mode, :times, :delayMs, :probability, :containing, :apply)
                        """)
                .param("system", fault.system())
                .param("operation", fault.operation() == null ? "" : fault.operation())
                .param("mode", fault.mode().word())
                .param("times", fault.times())
                .param("delayMs", fault.delayMs())
                .param("probability", fault.probability())
                .param("containing", fault.containing())
                .param("apply", fault.apply())
                .update();
    }

    public void clear(String system) {
        jdbc.sql("DELETE FROM sandbox.fault WHERE system = :system")
                .param("system", system)
                .update();
    }

    public void clear() {
        jdbc.sql("DELETE FROM sandbox.fault").update();
    }

    /** Those that still strike. */
    public List<Fault> active() {
        return jdbc.sql("""
                        SELECT system, operation, mode, remaining, delay_ms, probability, containing, apply
                          FROM sandbox.fault
                         WHERE remaining IS NULL OR remaining > 0
                         ORDER BY system, operation
                        """).query(Faults::fault).list();
    }

    private static Fault fault(ResultSet row, int number) throws SQLException {
        var operation = row.getString("operation");
        return new Fault(
                row.getString("system"),
                operation.isEmpty() ? null : operation,
                FaultMode.of(row.getString("mode")).orElse(FaultMode.OK),
                row.getObject("remaining", Integer.class),
                row.getInt("delay_ms"),
                row.getDouble("probability"),
                row.getString("containing"),
                row.getObject("apply", Boolean.class));
    }
}
