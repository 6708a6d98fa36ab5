package esop.sandbox.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the systems hold. */
@Repository
public class Records {

    private static final String COLUMNS = "system, resource, id, external_id, state, manner, body, created, changed";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Records(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public String nextId(TmfResource resource) {
        var number = jdbc.sql("SELECT nextval('sandbox.record_number')")
                .query(Long.class)
                .single();
        return resource.kind().idPrefix() + String.format("%08d", number);
    }

    /** False where the id is taken already. */
    public boolean insert(Stored stored) {
        return jdbc.sql("""
                                INSERT INTO sandbox.record (system, resource, id, external_id, state, manner, body)
                                VALUES (:system, :resource, :id, :externalId, :state, :manner, :body::jsonb)
                                ON CONFLICT (system, resource, id) DO NOTHING
                                """)
                        .param("system", stored.system())
                        .param("resource", stored.resource())
                        .param("id", stored.id())
                        .param("externalId", stored.externalId())
                        .param("state", stored.state())
                        .param("manner", stored.manner().name())
                        .param("body", stored.body().toString())
                        .update()
                == 1;
    }

    public void update(Stored stored) {
        jdbc.sql("""
                        UPDATE sandbox.record
                           SET external_id = :externalId, state = :state, body = :body::jsonb, changed = now()
                         WHERE system = :system AND resource = :resource AND id = :id
                        """)
                .param("externalId", stored.externalId())
                .param("state", stored.state())
                .param("body", stored.body().toString())
                .param("system", stored.system())
                .param("resource", stored.resource())
                .param("id", stored.id())
                .update();
    }

    public Optional<Stored> find(String system, String resource, String id) {
        return one(system, resource, id, "");
    }

    /** Keeps the record for this transaction. */
    public Optional<Stored> lock(String system, String resource, String id) {
        return one(system, resource, id, "FOR UPDATE");
    }

    private Optional<Stored> one(String system, String resource, String id, String locking) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM sandbox.record WHERE system = :system AND resource = :resource AND id = :id "
                        + locking)
                .param("system", system)
                .param("resource", resource)
                .param("id", id)
                .query(this::stored)
                .optional();
    }

    /** In the order they were made; {@code equal} compares attributes of the body, {@code externalId} and {@code state}. */
    public Found page(String system, String resource, Map<String, String> equal, long offset, int limit) {
        return page(system, resource, equal, "seq", offset, limit);
    }

    /** As {@link #page}, the newest first. */
    public Found newest(String system, String resource, Map<String, String> equal, long offset, int limit) {
        return page(system, resource, equal, "seq DESC", offset, limit);
    }

    private Found page(
            String system, String resource, Map<String, String> equal, String order, long offset, int limit) {
        var filter = new RecordFilter(system, resource, equal);
        var total = jdbc.sql("SELECT count(*)" + filter.sql())
                .params(filter.parameters())
                .query(Long.class)
                .single();
        var items = jdbc.sql("SELECT " + COLUMNS + filter.sql() + " ORDER BY " + order + " OFFSET :offset LIMIT :limit")
                .params(filter.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(this::stored)
                .list();
        return new Found(items, total);
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getString("system"),
                row.getString("resource"),
                row.getString("id"),
                row.getString("external_id"),
                row.getString("state"),
                Manner.valueOf(row.getString("manner")),
                object(row.getString("body")),
                row.getTimestamp("created").toInstant(),
                row.getTimestamp("changed").toInstant());
    }

    private ObjectNode object(@Nullable String body) {
        try {
            return (ObjectNode) json.readTree(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a stored record is not JSON", impossible);
        }
    }

    public record Found(List<Stored> items, long total) {}
}
