package esop.sandbox.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One effect per idempotency key and system: whoever claims the key applies, the others get the stored answer. */
@Repository
class StoredAnswers {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    StoredAnswers(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** True for the first; a second in parallel waits here until the first has committed or given up. */
    boolean claim(String system, String key, String requestHash) {
        return jdbc.sql("""
                                INSERT INTO sandbox.stored_answer (system, idempotency_key, request_hash)
                                VALUES (:system, :key, :requestHash)
                                ON CONFLICT (system, idempotency_key) DO NOTHING
                                """)
                        .param("system", system)
                        .param("key", key)
                        .param("requestHash", requestHash)
                        .update()
                == 1;
    }

    void store(String system, String key, Answer answer, @Nullable String recordId) {
        jdbc.sql("""
                        UPDATE sandbox.stored_answer
                           SET status = :status, location = :location, body = :body, record_id = :recordId
                         WHERE system = :system AND idempotency_key = :key
                        """)
                .param("status", answer.status())
                .param("location", answer.headers().get("Location"))
                .param("body", answer.body() == null ? null : answer.body().toString())
                .param("recordId", recordId)
                .param("system", system)
                .param("key", key)
                .update();
    }

    Optional<Kept> find(String system, String key) {
        return jdbc.sql("""
                        SELECT request_hash, status, location, body, record_id
                          FROM sandbox.stored_answer
                         WHERE system = :system AND idempotency_key = :key
                        """)
                .param("system", system)
                .param("key", key)
                .query((row, number) -> new Kept(
                        row.getString("request_hash"),
                        answer(row.getInt("status"), row.getString("location"), row.getString("body")),
                        row.getString("record_id")))
                .optional();
    }

    private Answer answer(int status, @Nullable String location, @Nullable String body) {
        try {
            return new Answer(
                    status,
                    body == null ? null : json.readTree(body),
                    location == null ? Map.of() : Map.of("Location", location));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a stored answer is not JSON", impossible);
        }
    }

    record Kept(String requestHash, Answer answer, @Nullable String recordId) {}
}
