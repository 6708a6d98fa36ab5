package esop.cancellation;

import com.fasterxml.jackson.core.type.TypeReference;
import esop.workflow.LiveUpdates;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of cancellations' timelines; they are only ever added, and open browsers hear of each. */
@Repository
class CancellationEvents {

    private final JdbcClient jdbc;
    private final CancellationRows rows;
    private final LiveUpdates liveUpdates;
    private final Clock clock;

    CancellationEvents(JdbcClient jdbc, CancellationRows rows, LiveUpdates liveUpdates, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.liveUpdates = liveUpdates;
        this.clock = clock;
    }

    void add(ServiceCancellation cancellation, String kind, @Nullable String actor, Map<String, String> params) {
        jdbc.sql("""
                        INSERT INTO cancellation.cancellation_event (cancellation_id, city, at, kind, actor, params)
                        VALUES (:id, :city, :at, :kind, :actor, CAST(:params AS jsonb))
                        """)
                .param("id", cancellation.id())
                .param("city", cancellation.city())
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind)
                .param("actor", actor)
                .param("params", rows.json(params))
                .update();
        liveUpdates.cancellationChanged(cancellation.id(), cancellation.city());
    }

    List<CancellationEvent> of(String id) {
        return jdbc.sql("""
                        SELECT at, kind, actor, params
                          FROM cancellation.cancellation_event
                         WHERE cancellation_id = :id AND\s""" + CancellationConditions.scope() + " ORDER BY id")
                .param("id", id)
                .param("cities", CancellationConditions.cities())
                .query((row, number) -> new CancellationEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("actor"),
                        rows.read(row.getString("params"), new TypeReference<Map<String, String>>() {})))
                .list();
    }
}
