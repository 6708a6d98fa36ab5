package esop.customer;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When the copy of the CRM's customers was last made whole; held by one node at a time. */
@Repository
@Transactional
class CopyState {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    CopyState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False while another node is at it; one that died is forgotten after ten minutes. */
    boolean begin() {
        return jdbc.sql("""
                                UPDATE customer.refresh
                                   SET started = now()
                                 WHERE started IS NULL OR started < now() - make_interval(secs => :longest)
                                """).param("longest", LONGEST.toSeconds()).update() == 1;
    }

    void succeeded(int total) {
        jdbc.sql("UPDATE customer.refresh SET started = NULL, finished = now(), total = :total, problem = NULL")
                .param("total", total)
                .update();
    }

    void failed(@Nullable String problem) {
        jdbc.sql("UPDATE customer.refresh SET started = NULL, problem = :problem")
                .param("problem", problem)
                .update();
    }

    Customers.Copy read() {
        return jdbc.sql("SELECT started, finished, total, problem FROM customer.refresh")
                .query((row, number) -> new Customers.Copy(
                        row.getTimestamp("finished") == null
                                ? null
                                : row.getTimestamp("finished").toInstant(),
                        row.getTimestamp("started") != null,
                        row.getInt("total"),
                        row.getString("problem")))
                .single();
    }

    Instant now() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
