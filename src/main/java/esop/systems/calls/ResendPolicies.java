package esop.systems.calls;

import esop.systems.ErrorClass;
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

    private static List<Duration> intervals(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .map(Duration::parse)
                .toList();
    }
}
