package esop.sandbox.kernel;

import java.nio.charset.StandardCharsets;
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

    /** @param applied {@code yes}, {@code duplicate} or {@code refused} */
    public void heard(Heard heard, String applied, int status) {
        jdbc.sql("""
                        INSERT INTO sandbox.ledger
                            (system, method, path, operation, writes, idempotency_key, external_id, body_hash, body, applied, status)
                        VALUES (:system, 'POST', :path, :operation, true, :key, :externalId, :bodyHash, :body, :applied, :status)
                        """)
                .param("system", heard.system())
                .param("path", heard.path())
                .param("operation", heard.event())
                .param("key", heard.messageId())
                .param("externalId", heard.externalId())
                .param("bodyHash", Hashes.of(heard.body().getBytes(StandardCharsets.UTF_8)))
                .param("body", heard.body())
                .param("applied", applied)
                .param("status", status)
                .update();
    }

    public boolean hasHeard(String system, String messageId) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1
                                         FROM sandbox.ledger
                                        WHERE system = :system AND idempotency_key = :key AND applied = 'yes')
                        """)
                .param("system", system)
                .param("key", messageId)
                .query(Boolean.class)
                .single();
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
