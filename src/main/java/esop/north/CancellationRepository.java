package esop.north;

import esop.north.Slice.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Each question in a transaction, or row-level security would answer that there is nothing. */
@Repository("northCancellationRepository")
@Transactional
class CancellationRepository {

    private static final String FILTER = """
             WHERE api = :api AND (:order::text IS NULL OR order_id = :order) AND (cardinality(:states) = 0 OR state = ANY (:states))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CancellationRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Cancellation add(Api api, String orderId, String city, String client, String reason) {
        var id = jdbc.sql("SELECT 'CR' || lpad(nextval('north.cancellation_number')::text, 10, '0')")
                .query(String.class)
                .single();
        var asked = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("""
                        INSERT INTO north.cancellation (id, order_id, city, api, client, asked, reason, state)
                        VALUES (:id, :order, :city, :api, :client, :asked, :reason, 'inProgress')
                        """)
                .param("id", id)
                .param("order", orderId)
                .param("city", city)
                .param("api", api.name())
                .param("client", client)
                .param("asked", Timestamp.from(asked))
                .param("reason", reason)
                .update();
        return new Cancellation(id, orderId, city, api, client, asked, reason, "inProgress", null, null);
    }

    /** The order may have been cancelled by now. */
    void accepted(String id) {
        jdbc.sql("UPDATE north.cancellation SET state = 'accepted' WHERE id = :id AND state = 'inProgress'")
                .param("id", id)
                .update();
    }

    void refused(String id, String refusal) {
        jdbc.sql("""
                        UPDATE north.cancellation SET state = 'terminatedWithError', refusal = :refusal, ended = :now WHERE id = :id
                        """)
                .param("id", id)
                .param("refusal", refusal)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void done(String orderId) {
        jdbc.sql("""
                        UPDATE north.cancellation SET state = 'done', ended = :now
                         WHERE order_id = :order AND state IN ('inProgress', 'accepted')
                        """)
                .param("order", orderId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Cancellation> find(Api api, String id) {
        return jdbc.sql("SELECT * FROM north.cancellation WHERE api = :api AND id = :id")
                .param("api", api.name())
                .param("id", id)
                .query((row, number) -> cancellation(row))
                .optional();
    }

    /** Newest first. */
    Part<Cancellation> list(Api api, @Nullable String orderId, Set<String> states, Slice slice) {
        var filter = new HashMap<String, @Nullable Object>();
        filter.put("api", api.name());
        filter.put("order", orderId);
        filter.put("states", states.toArray(String[]::new));
        var items = jdbc.sql("SELECT * FROM north.cancellation" + FILTER
                        + "ORDER BY asked DESC, id DESC LIMIT :limit OFFSET :offset")
                .params(filter)
                .params(Map.of("limit", slice.limit(), "offset", slice.offset()))
                .query((row, number) -> cancellation(row))
                .list();
        var total = jdbc.sql("SELECT count(*) FROM north.cancellation" + FILTER)
                .params(filter)
                .query(Long.class)
                .single();
        return new Part<>(items, total);
    }

    private static Cancellation cancellation(ResultSet row) throws SQLException {
        return new Cancellation(
                row.getString("id"),
                row.getString("order_id"),
                row.getString("city"),
                Api.valueOf(row.getString("api")),
                row.getString("client"),
                row.getTimestamp("asked").toInstant(),
                row.getString("reason"),
                row.getString("state"),
                row.getString("refusal"),
                instant(row.getTimestamp("ended")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
