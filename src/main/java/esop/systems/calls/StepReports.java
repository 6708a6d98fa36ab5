package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import esop.systems.ErrorClass;
import esop.systems.Step;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.State;
import esop.systems.StepOutlook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the modules what is news about a step, in the transaction that stores it, and nothing twice. */
@Component
public class StepReports {

    /** A call under its row lock. */
    public record Locked(
            Step step,
            String system,
            String operation,
            String city,
            CallState state,
            @Nullable UUID leaseToken,
            int attempts,
            StepProgress progress) {

        boolean isHeldBy(SystemCall call) {
            return leaseToken != null && leaseToken.equals(call.leaseToken());
        }
    }

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    StepReports(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Within the caller's transaction. */
    public Optional<Locked> lock(String key) {
        return jdbc.sql("""
                        SELECT aggregate, step, generation, system, operation, city, state, lease_token, attempts,
                            reported_state, reported_at, given_up
                        FROM systems.system_call
                        WHERE key = :key
                        FOR UPDATE
                        """)
                .param("key", key)
                .query((row, number) -> locked(row))
                .optional();
    }

    static Locked locked(ResultSet row) throws SQLException {
        return new Locked(
                new Step(row.getString("aggregate"), row.getString("step"), row.getInt("generation")),
                row.getString("system"),
                row.getString("operation"),
                row.getString("city"),
                CallState.valueOf(row.getString("state")),
                row.getObject("lease_token", UUID.class),
                row.getInt("attempts"),
                new StepProgress(
                        Optional.ofNullable(row.getString("reported_state"))
                                .map(State::valueOf)
                                .orElse(null),
                        instant(row.getTimestamp("reported_at")),
                        row.getBoolean("given_up")));
    }

    /** Whether it was news; what was asked for is told in any case. Whoever tells has stored what is known then. */
    StepProgress.Move tell(Locked call, Report report) {
        var move = call.progress().to(report.state(), report.at());
        if (move == StepProgress.Move.FORWARD || report.asked()) {
            events.publishEvent(new StepAnswered(
                    call.step(),
                    call.system(),
                    call.city(),
                    report.state(),
                    Optional.ofNullable(report.errorClass())
                            .map(ErrorClass::code)
                            .orElse(null),
                    report.message(),
                    Optional.<JsonNode>ofNullable(report.body()).orElse(JsonNodeFactory.instance.nullNode()),
                    report.source()));
        }
        return move;
    }

    void tell(StepOutlook outlook) {
        events.publishEvent(outlook);
    }

    private static @Nullable Instant instant(@Nullable Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}
