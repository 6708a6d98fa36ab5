package esop.systems.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.systems.ErrorClass;
import esop.systems.calls.CallAttempts.Attempt;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores what came of a call, if the worker still holds it, and tells it in the same transaction. */
@Repository
class CallAnswers {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final StepReports reports;
    private final CallAttempts attempts;

    CallAnswers(JdbcClient jdbc, ObjectMapper json, StepReports reports, CallAttempts attempts) {
        this.jdbc = jdbc;
        this.json = json;
        this.reports = reports;
        this.attempts = attempts;
    }

    /** False when somebody else holds the call by now: then nothing is changed. */
    @Transactional
    boolean store(SystemCall call, Verdict verdict, @Nullable Attempt attempt) {
        var locked = reports.lock(call.key()).filter(row -> row.isHeldBy(call));
        remember(call, attempt, locked.isEmpty());
        if (locked.isEmpty()) {
            return false;
        }
        var before = locked.get().progress();
        if (verdict.report() == null) {
            update(call, verdict, before, null, null);
        } else {
            update(call, verdict, before.after(verdict.report()), null, null);
            reports.tell(locked.get(), verdict.report());
        }
        return true;
    }

    /** The module could not take the answer: it is kept and told again. */
    @Transactional
    boolean keepForLater(SystemCall call, Verdict verdict, @Nullable Attempt attempt, Duration pause) {
        var locked = reports.lock(call.key()).filter(row -> row.isHeldBy(call));
        remember(call, attempt, locked.isEmpty());
        locked.ifPresent(row -> update(call, verdict, row.progress(), verdict.report(), pause));
        return locked.isPresent();
    }

    @Transactional
    void tellAgain(SystemCall call) {
        reports.lock(call.key()).filter(row -> row.isHeldBy(call)).ifPresent(row -> {
            var report = report(call);
            var known = row.progress().after(report);
            jdbc.sql("""
                            UPDATE systems.system_call
                            SET undelivered = NULL, lease_token = NULL, lease_until = NULL,
                                next_at = CASE WHEN proof_asked THEN now() END,
                                reported_state = :reportedState, reported_at = :reportedAt, given_up = :givenUp
                            WHERE key = :key
                            """)
                    .param("reportedState", known.stateName(), Types.VARCHAR)
                    .param("reportedAt", known.timestamp())
                    .param("givenUp", known.givenUp())
                    .param("key", call.key())
                    .update();
            reports.tell(row, report);
        });
    }

    @Transactional
    void postpone(SystemCall call, Duration pause) {
        jdbc.sql("""
                        UPDATE systems.system_call
                        SET lease_token = NULL, lease_until = NULL, next_at = now() + :pause * interval '1 millisecond'
                        WHERE key = :key AND lease_token = :token
                        """)
                .param("pause", pause.toMillis())
                .param("key", call.key())
                .param("token", call.leaseToken())
                .update();
    }

    private void remember(SystemCall call, @Nullable Attempt attempt, boolean late) {
        if (attempt != null) {
            attempts.add(call, attempt, late);
        }
    }

    private void update(
            SystemCall call,
            Verdict verdict,
            StepProgress known,
            @Nullable Report undelivered,
            @Nullable Duration redelivery) {
        var again = redelivery != null ? redelivery : verdict.again();
        jdbc.sql("""
                        UPDATE systems.system_call
                        SET state = :state,
                            attempts = :attempts,
                            proofs = :proofs,
                            doubtful = doubtful OR :doubtful,
                            proof_asked = proof_asked AND :proofAsked,
                            next_at = now() + CAST(:again AS bigint) * interval '1 millisecond',
                            lease_token = NULL,
                            lease_until = NULL,
                            error_class = :errorClass,
                            message = :message,
                            external_id = coalesce(:externalId, external_id),
                            answer = coalesce(CAST(:answer AS jsonb), answer),
                            undelivered = CAST(:undelivered AS jsonb),
                            reported_state = :reportedState,
                            reported_at = :reportedAt,
                            given_up = :givenUp,
                            answered = CASE WHEN CAST(:answer AS text) IS NULL THEN answered ELSE now() END
                        WHERE key = :key
                        """)
                .param("state", verdict.state().name())
                .param("attempts", verdict.attempts())
                .param("proofs", verdict.proofs())
                .param("doubtful", verdict.doubtful())
                .param("proofAsked", verdict.proofAsked())
                .param("again", again == null ? null : again.toMillis(), Types.BIGINT)
                .param(
                        "errorClass",
                        Optional.ofNullable(verdict.errorClass())
                                .map(ErrorClass::code)
                                .orElse(null),
                        Types.VARCHAR)
                .param("message", verdict.message() == null ? null : Words.of(verdict.message()), Types.VARCHAR)
                .param("externalId", verdict.externalId(), Types.VARCHAR)
                .param("answer", verdict.answer() == null ? null : Words.json(verdict.answer()), Types.VARCHAR)
                .param(
                        "undelivered",
                        undelivered == null ? null : Words.json(json.valueToTree(undelivered)),
                        Types.VARCHAR)
                .param("reportedState", known.stateName(), Types.VARCHAR)
                .param("reportedAt", known.timestamp())
                .param("givenUp", known.givenUp())
                .param("key", call.key())
                .update();
    }

    private Report report(SystemCall call) {
        try {
            return json.treeToValue(call.undelivered(), Report.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
