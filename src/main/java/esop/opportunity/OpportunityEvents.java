package esop.opportunity;

import com.fasterxml.jackson.core.type.TypeReference;
import esop.workflow.LiveUpdates;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of opportunities' timelines; they are only ever added, and open browsers hear of each. */
@Repository
class OpportunityEvents {

    private final JdbcClient jdbc;
    private final OpportunityRows rows;
    private final LiveUpdates liveUpdates;
    private final Clock clock;

    OpportunityEvents(JdbcClient jdbc, OpportunityRows rows, LiveUpdates liveUpdates, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.liveUpdates = liveUpdates;
        this.clock = clock;
    }

    void add(SalesOpportunity opportunity, String kind, @Nullable String actor, Map<String, String> params) {
        jdbc.sql("""
                        INSERT INTO opportunity.opportunity_event (opportunity_id, city, at, kind, actor, params)
                        VALUES (:opportunityId, :city, :at, :kind, :actor, CAST(:params AS jsonb))
                        """)
                .param("opportunityId", opportunity.id())
                .param("city", opportunity.city())
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind)
                .param("actor", actor)
                .param("params", rows.json(params))
                .update();
        liveUpdates.opportunityChanged(opportunity.id(), opportunity.city());
    }

    List<OpportunityEvent> of(String opportunityId) {
        return jdbc.sql("""
                        SELECT opportunity_id, at, kind, actor, params
                          FROM opportunity.opportunity_event
                         WHERE opportunity_id = :opportunityId AND\s""" + OpportunityConditions.scope() + " ORDER BY id")
                .param("opportunityId", opportunityId)
                .param("cities", OpportunityConditions.cities())
                .query((row, number) -> new OpportunityEvent(
                        row.getString("opportunity_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("actor"),
                        rows.read(row.getString("params"), new TypeReference<Map<String, String>>() {})))
                .list();
    }
}
