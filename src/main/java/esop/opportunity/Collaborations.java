package esop.opportunity;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 协同渠道: a step in another channel's hands, as often as needed, with what each did (ESOP 6.1). */
@Repository
@Transactional
class Collaborations {

    private final JdbcClient jdbc;
    private final OpportunityRepository opportunities;
    private final OpportunityEvents events;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    Collaborations(
            JdbcClient jdbc,
            OpportunityRepository opportunities,
            OpportunityEvents events,
            CurrentPerson currentPerson,
            Clock clock) {
        this.jdbc = jdbc;
        this.opportunities = opportunities;
        this.events = events;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    void handOver(String id, String stage, String channel, String ask) {
        var opportunity = opportunities.lock(id).orElseThrow();
        opportunities.update(opportunity.collaborateWith(channel + "@" + opportunity.city()));
        jdbc.sql("""
                        INSERT INTO opportunity.collaboration (opportunity_id, city, stage, channel, asked, asked_by, ask)
                        VALUES (:opportunityId, :city, :stage, :channel, :asked, :askedBy, :ask)
                        """)
                .param("opportunityId", id)
                .param("city", opportunity.city())
                .param("stage", stage)
                .param("channel", channel)
                .param("asked", Timestamp.from(clock.instant()))
                .param("askedBy", actor())
                .param("ask", ask)
                .update();
        events.add(opportunity, "opportunity.handed-over", actor(), Map.of("channel", channel, "message", ask));
    }

    /** @param done what the channel did; null where it did nothing in time */
    void giveBack(String id, @Nullable String done) {
        var opportunity = opportunities.lock(id).orElseThrow();
        var channel = String.valueOf(opportunity.owner().collaborating());
        opportunities.update(opportunity.collaborateWith(null));
        jdbc.sql("""
                        UPDATE opportunity.collaboration
                           SET ended = :ended, ended_by = :endedBy, done = :done
                         WHERE opportunity_id = :opportunityId AND ended IS NULL
                        """)
                .param("opportunityId", id)
                .param("ended", Timestamp.from(clock.instant()))
                .param("endedBy", done == null ? null : actor())
                .param("done", done)
                .update();
        events.add(
                opportunity,
                done == null ? "opportunity.taken-back" : "opportunity.given-back",
                done == null ? null : actor(),
                done == null ? Map.of("channel", channel) : Map.of("channel", channel, "message", done));
    }

    @Transactional(readOnly = true)
    List<Collaboration> of(String opportunityId) {
        return jdbc.sql("""
                        SELECT stage, channel, asked, asked_by, ask, ended, ended_by, done
                          FROM opportunity.collaboration
                         WHERE opportunity_id = :opportunityId
                         ORDER BY id
                        """)
                .param("opportunityId", opportunityId)
                .query((row, number) -> new Collaboration(
                        row.getString("stage"),
                        row.getString("channel"),
                        row.getTimestamp("asked").toInstant(),
                        row.getString("asked_by"),
                        row.getString("ask"),
                        instant(row.getTimestamp("ended")),
                        row.getString("ended_by"),
                        row.getString("done")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private @Nullable String actor() {
        return currentPerson.find().map(Person::id).orElse(null);
    }
}
