package esop.systems.calls;

import esop.systems.SystemHealth;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the breaker says, and when the system was last heard of, in the caller's cities' business. */
@Component
class GuardedHealth implements SystemHealth {

    private final BackingSystems systems;
    private final SystemGuards guards;
    private final JdbcClient jdbc;

    GuardedHealth(BackingSystems systems, SystemGuards guards, JdbcClient jdbc) {
        this.systems = systems;
        this.guards = guards;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Health of(String system) {
        var breaker = systems.find(system)
                .map(known -> guards.of(known).health())
                .orElse(SystemGuard.Health.CLOSED)
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        return jdbc.sql("""
                        SELECT max(attempt.at) FILTER (WHERE attempt.status < 500) AS answered,
                            max(attempt.at) FILTER (WHERE attempt.status IS NULL OR attempt.status >= 500) AS silent
                        FROM (
                            SELECT call_key, at, status FROM systems.system_call_attempt ORDER BY id DESC LIMIT 3000
                        ) AS attempt
                        JOIN systems.system_call call ON call.key = attempt.call_key
                        WHERE call.system = :system
                        """)
                .param("system", system)
                .query((row, number) ->
                        new Health(breaker, instant(row.getTimestamp("answered")), instant(row.getTimestamp("silent"))))
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}
