package esop.faults;

import java.sql.Connection;
import java.sql.SQLException;

/** ESOP's own log of every request that went out, from some moment on: who came too late, and who changed what had ended. */
record CallLog(Province province, long after) {

    static CallLog fromNowOn(Province province) {
        return new CallLog(
                province, count(province, "SELECT coalesce(max(id), 0) FROM systems.system_call_attempt", 0));
    }

    /** Answers to a worker whose call somebody else held by then. */
    long answersTooLate() {
        return count(
                province,
                "SELECT count(*) FROM systems.system_call_attempt WHERE id > :after AND outcome LIKE '%, too late'",
                after);
    }

    /** What was stored of a call that had been answered for good before. */
    long changesAfterTheEnd() {
        return count(province, """
                SELECT count(*)
                FROM systems.system_call_attempt later
                WHERE later.id > :after
                  AND later.outcome NOT LIKE '%, too late'
                  AND EXISTS (
                      SELECT 1
                      FROM systems.system_call_attempt earlier
                      WHERE earlier.call_key = later.call_key AND earlier.id < later.id AND earlier.outcome = 'answered')
                """, after);
    }

    /** Until it is closed, whoever wants to write into the log waits, with all that he holds. */
    Connection hold() throws SQLException {
        var connection = province.connection();
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement()) {
            lock.execute("LOCK TABLE systems.system_call_attempt IN SHARE MODE");
        }
        return connection;
    }

    private static long count(Province province, String sql, long after) {
        return province.jdbc()
                .sql(sql)
                .paramSource(java.util.Map.of("after", after))
                .query(Long.class)
                .single();
    }
}
