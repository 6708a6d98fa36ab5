package esop.sandbox.kernel;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every arrival, written down before it is looked at, and what became of it. */
@Repository
public class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long arrived(
            String system,
            String method,
            String path,
            String operation,
            boolean writes,
            @Nullable String idempotencyKey,
            String bodyHash,
            String body) {
        return jdbc.sql("""
                        INSERT INTO sandbox.ledger
                            (system, method, path, operation, writes, idempotency_key, body_hash, body)
                        VALUES (:system, :method, :path, :operation, :writes, :key, :bodyHash, :body)
                        RETURNING id
                        """)
                .param("system", system)
                .param("method", method)
                .param("path", path)
                .param("operation", operation)
                .param("writes", writes)
                .param("key", idempotencyKey)
                .param("bodyHash", bodyHash)
                .param("body", body)
                .query(Long.class)
                .single();
    }

    void speaksOf(long number, @Nullable String externalId) {
        jdbc.sql("UPDATE sandbox.ledger SET external_id = :externalId WHERE id = :id")
                .param("externalId", externalId)
                .param("id", number)
                .update();
    }

    void struckBy(long number, String fault) {
        jdbc.sql("UPDATE sandbox.ledger SET fault = :fault WHERE id = :id")
                .param("fault", fault)
                .param("id", number)
                .update();
    }

    /** @param status null where no answer was given */
    void settled(long number, Applied applied, @Nullable Integer status, @Nullable String recordId) {
        jdbc.sql("""
                        UPDATE sandbox.ledger
                           SET applied = :applied, status = :status, record_id = :recordId
                         WHERE id = :id
                        """)
                .param("applied", applied.name().toLowerCase())
                .param("status", status)
                .param("recordId", recordId)
                .param("id", number)
                .update();
    }

    enum Applied {
        YES,
        /** The same key and request again: the stored answer, no second effect. */
        DUPLICATE,
        /** The same key with another request. */
        CONFLICT,
        REFUSED,
        /** A question, which applies nothing. */
        READ
    }
}
