package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.StepAnswered.Source;
import esop.systems.calls.StepReports.Locked;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a system says about a call by itself, taken into the call's record. */
@Component
public class CalledBack {

    /** What it means. */
    public enum Meaning {
        NEWS,
        KNOWN,
        UNKNOWN_CALL,
        OTHER_SYSTEM,
        UNKNOWN_STATE,
        TOO_EARLY,
        BACKWARDS,
        ENDED
    }

    /** @param key of the call it was about, where one was found */
    public record Taken(
            Meaning meaning, @Nullable String key, @Nullable String city) {}

    private record Found(SystemCall call, Locked locked) {}

    private final JdbcClient jdbc;
    private final SystemCallRow rows;
    private final StepReports reports;
    private final Protocols protocols;
    private final LaneQueue lanes;

    CalledBack(JdbcClient jdbc, SystemCallRow rows, StepReports reports, Protocols protocols, LaneQueue lanes) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.reports = reports;
        this.protocols = protocols;
        this.lanes = lanes;
    }

    /**
     * Within the caller's transaction.
     *
     * @param externalId our key, as the system gives it back
     * @param resourceId the system's own id, in case it does not
     * @param wanted information the system asks for
     */
    public Taken take(
            String system,
            @Nullable String externalId,
            @Nullable String resourceId,
            JsonNode resource,
            @Nullable String wanted,
            @Nullable Instant at) {
        var found = byKey(externalId).or(() -> byResource(system, resourceId));
        if (found.isEmpty()) {
            return new Taken(Meaning.UNKNOWN_CALL, null, null);
        }
        var call = found.get().call();
        if (!call.system().equals(system)) {
            return new Taken(Meaning.OTHER_SYSTEM, call.key(), call.city());
        }
        var protocol = protocols.of(call.operation());
        var reading = protocol.read(call, resource);
        var meaning = reading.map(what -> take(found.get(), what, resource, at)).orElse(Meaning.UNKNOWN_STATE);
        var outlook = protocol.outlook(call, resource, Optional.ofNullable(wanted))
                .filter(said -> meaning == Meaning.NEWS || meaning == Meaning.KNOWN)
                .filter(said -> !reading.orElseThrow().state().isFinal());
        outlook.ifPresent(reports::tell);
        return new Taken(outlook.isPresent() ? Meaning.NEWS : meaning, call.key(), call.city());
    }

    private Meaning take(Found found, Reading reading, JsonNode resource, @Nullable Instant at) {
        var call = found.call();
        var locked = found.locked();
        if (locked.state() == CallState.SENDING || (locked.state() == CallState.NEW && locked.attempts() == 0)) {
            return Meaning.TOO_EARLY;
        }
        if (locked.state() == CallState.CANCELLED && locked.progress().state() == null) {
            return Meaning.ENDED;
        }
        var move = locked.progress().to(reading.state(), at);
        if (move == StepProgress.Move.FORWARD) {
            var report = Report.said(reading, resource, Source.CALLBACK, at, false);
            update(call, reading, locked.progress().after(report));
            if (locked.state().isOpen()) {
                lanes.endsWithThisTransaction(call.system(), call.lane());
            }
            reports.tell(locked, report);
        }
        return switch (move) {
            case FORWARD -> Meaning.NEWS;
            case SAME -> Meaning.KNOWN;
            case BACKWARDS -> Meaning.BACKWARDS;
            case ENDED -> Meaning.ENDED;
        };
    }

    /** Also ends the doubt about a call whose answer never came, and fences off whoever is asking for proof just now. */
    private void update(SystemCall call, Reading reading, StepProgress known) {
        jdbc.sql("""
                        UPDATE systems.system_call
                        SET state = :state,
                            next_at = CASE WHEN undelivered IS NULL THEN NULL ELSE next_at END,
                            lease_token = NULL,
                            lease_until = NULL,
                            proof_asked = false,
                            error_class = :errorClass,
                            message = :message,
                            external_id = coalesce(external_id, :externalId),
                            reported_state = :reportedState,
                            reported_at = :reportedAt,
                            given_up = :givenUp,
                            answered = now()
                        WHERE key = :key
                        """)
                .param("state", Verdict.stateAfter(reading.state()).name())
                .param(
                        "errorClass",
                        reading.errorClass() == null
                                ? null
                                : reading.errorClass().code(),
                        Types.VARCHAR)
                .param("message", reading.message() == null ? null : Words.of(reading.message()), Types.VARCHAR)
                .param("externalId", reading.externalId(), Types.VARCHAR)
                .param("reportedState", known.stateName(), Types.VARCHAR)
                .param("reportedAt", known.timestamp())
                .param("givenUp", known.givenUp())
                .param("key", call.key())
                .update();
    }

    private Optional<Found> byKey(@Nullable String externalId) {
        return externalId == null ? Optional.empty() : find("key = :value", externalId, "");
    }

    /** Several calls may speak of one resource; the latest is the one it answers. */
    private Optional<Found> byResource(String system, @Nullable String resourceId) {
        return resourceId == null
                ? Optional.empty()
                : find("system = :system AND external_id = :value", resourceId, system);
    }

    private Optional<Found> find(String condition, String value, String system) {
        return jdbc.sql("""
                        SELECT aggregate, step, generation, system, operation, city, lane, subject, payload, state, attempts, proofs,
                            lease_token, external_id, error_class, compensates, proof_asked, undelivered,
                            reported_state, reported_at, given_up,
                            (EXTRACT(EPOCH FROM now() - created) * 1000)::bigint AS age_ms
                        FROM systems.system_call
                        WHERE %s
                        ORDER BY sequence DESC
                        LIMIT 1
                        FOR UPDATE
                        """.formatted(condition))
                .param("value", value)
                .param("system", system)
                .query((row, number) -> new Found(rows.mapRow(row, number), StepReports.locked(row)))
                .optional();
    }
}
