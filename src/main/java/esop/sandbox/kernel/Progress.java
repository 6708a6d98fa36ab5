package esop.sandbox.kernel;

import esop.sandbox.behaviour.Behaviour;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How records go on: by themselves when their time has come, or because a person answered. */
@Component
public class Progress {

    private final JdbcClient jdbc;
    private final Records records;
    private final Announcements announcements;

    Progress(JdbcClient jdbc, Records records, Announcements announcements) {
        this.jdbc = jdbc;
        this.records = records;
        this.announcements = announcements;
    }

    /** Sets the record's way through its states; with {@code manual} it stays where it is until a person answers. */
    public void plan(TmfResource resource, Stored record, Behaviour behaviour) {
        if (resource.lifecycle().isImmediate()) {
            return;
        }
        if (record.manner() == Manner.FIRST) {
            var going = record;
            for (var stop : resource.lifecycle().stopsAfter(record.state())) {
                going = advance(resource, going, stop, null);
            }
            return;
        }
        if (behaviour.manual() || record.manner() == Manner.BY_HAND) {
            return;
        }
        var stops = resource.lifecycle().stopsAfter(record.state());
        for (int i = 0; i < stops.size(); i++) {
            jdbc.sql("""
                            INSERT INTO sandbox.transition (system, resource, record_id, to_state, due)
                            VALUES (:system, :resource, :id, :state, clock_timestamp() + :after * interval '1 millisecond')
                            """)
                    .param("system", record.system())
                    .param("resource", record.resource())
                    .param("id", record.id())
                    .param("state", stops.get(i))
                    .param("after", behaviour.answerAfterMs() * (i + 1) / stops.size())
                    .update();
        }
    }

    public void unplan(Stored record) {
        jdbc.sql("""
                        DELETE FROM sandbox.transition
                         WHERE system = :system AND resource = :resource AND record_id = :id
                        """)
                .param("system", record.system())
                .param("resource", record.resource())
                .param("id", record.id())
                .update();
    }

    /** Tells ESOP the state a record has, in the manner the record has. */
    public void announce(TmfResource resource, Stored record) {
        announcements.of(resource, record);
    }

    /** Moves a locked record to a state and tells ESOP, in the manner the record has. */
    public Stored advance(TmfResource resource, Stored record, String state, @Nullable String reason) {
        var body = record.body().deepCopy();
        body.put(resource.lifecycle().field(), state);
        var moved = record.with(state, body);
        resource.entered(moved, state, reason, Instant.now(), this);
        records.update(moved);
        announcements.of(resource, moved);
        return moved;
    }
}
