package esop.systems.calls;

import esop.systems.Afterwards;
import esop.systems.ErrorClass;
import esop.systems.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Read at every failure, so that a changed row acts at once. */
@Repository
public class ResendPolicies {

    /** Which rows speak of a failure, the most exact one first. */
    public static final String BEST_FIRST = """
            WHERE system IN (:system, '*')
              AND step IN (:step, '*')
              AND :errorClass LIKE replace(error_class, '*', '%')
            ORDER BY step = '*', system = '*', length(error_class) DESC
            LIMIT 1
            """;

    private static final Logger log = LoggerFactory.getLogger(ResendPolicies.class);
    private static final ResendPolicy FALLBACK = new ResendPolicy(3, List.of(Duration.ofSeconds(10)), 20);

    private final JdbcClient jdbc;

    ResendPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ResendPolicy of(SystemCall call, ErrorClass errorClass) {
        return jdbc.sql("""
                        SELECT attempts, intervals, jitter_percent
                        FROM systems.resend_policy
                        """ + BEST_FIRST)
                .param("system", call.system())
                .param("step", call.step().name())
                .param("errorClass", errorClass.code())
                .query((row, number) -> new ResendPolicy(
                        row.getInt("attempts"), intervals(row.getString("intervals")), row.getInt("jitter_percent")))
                .optional()
                .orElse(FALLBACK);
    }

    /** Of a call that we have given up, by the rule for what it failed with last. */
    Afterwards afterwards(Step step) {
        return jdbc.sql("""
                        SELECT rule.afterwards
                        FROM systems.system_call call
                        CROSS JOIN LATERAL (
                            SELECT afterwards
                            FROM systems.resend_policy
                            WHERE system IN (call.system, '*')
                              AND step IN (call.step, '*')
                              AND call.error_class LIKE replace(error_class, '*', '%')
                            ORDER BY step = '*', system = '*', length(error_class) DESC
                            LIMIT 1) rule
                        WHERE call.key = :key AND call.state = 'DEAD' AND call.given_up AND call.error_class <> :unprovable
                        """)
                .param("key", step.key())
                .param("unprovable", ErrorClass.UNPROVABLE.code())
                .query(String.class)
                .optional()
                .map(Afterwards::valueOf)
                .orElse(Afterwards.MANUAL);
    }

    private static List<Duration> intervals(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .map(Duration::parse)
                .toList();
    }
}
