package esop.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Answers to writes that carried a key. */
@Repository
class StoredAnswers {

    private final JdbcClient jdbc;
    private final WebSettings settings;

    StoredAnswers(JdbcClient jdbc, WebSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** True for the first who comes with this key; waits while another transaction is the first. */
    boolean reserve(Key key) {
        return jdbc.sql("""
                        INSERT INTO web.idempotency (person, path, key, request_hash)
                        VALUES (:person, :path, :key, :hash)
                        ON CONFLICT (person, path, key) DO NOTHING
                        """)
                        .param("person", key.person())
                        .param("path", key.path())
                        .param("key", key.name())
                        .param("hash", key.hash())
                        .update()
                == 1;
    }

    void store(Key key, Stored answer) {
        jdbc.sql("""
                        UPDATE web.idempotency
                        SET status = :status, content_type = :contentType, location = :location, body = :body
                        WHERE person = :person AND path = :path AND key = :key
                        """)
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("person", key.person())
                .param("path", key.path())
                .param("key", key.name())
                .update();
    }

    Optional<Stored> find(Key key) {
        return jdbc.sql("""
                        SELECT request_hash, status, content_type, location, body
                        FROM web.idempotency
                        WHERE person = :person AND path = :path AND key = :key
                        """)
                .param("person", key.person())
                .param("path", key.path())
                .param("key", key.name())
                .query((row, number) -> new Stored(
                        row.getBytes("request_hash"),
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getBytes("body")))
                .optional();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void purge() {
        jdbc.sql("DELETE FROM web.idempotency WHERE created < now() - :kept::interval")
                .param("kept", settings.keepAnswers().toString())
                .update();
    }

    /** @param hash of what was asked, to tell another request with the same key */
    record Key(String person, String path, String name, byte[] hash) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && person.equals(key.person)
                    && path.equals(key.path)
                    && name.equals(key.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(person, path, name);
        }
    }

    record Stored(
            byte[] requestHash,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {

        boolean isFor(Key key) {
            return Arrays.equals(requestHash, key.hash());
        }
    }
}
