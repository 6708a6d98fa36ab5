package esop.sandbox.kernel;

import esop.sandbox.behaviour.Behaviour;
import esop.sandbox.behaviour.Behaviours;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for an answer, and the answers people give. */
@Component
public class OpenWork {

    /** What a person may say about an order. */
    public enum Said {
        COMPLETE,
        FAIL,
        REJECT,
        /** It stops for a while. */
        HOLD,
        /** It goes on, by itself or waiting for a person. */
        RESUME,
        /** A part of it is done and stays. */
        PARTIAL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An order that has not ended.
     *
     * @param waits for a person; else it goes on by itself
     * @param says what a person may say about it
     */
    public record OpenOrder(
            String system,
            String resource,
            String id,
            @Nullable String externalId,
            String state,
            OffsetDateTime created,
            boolean waits,
            List<String> says) {}

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Records records;
    private final Progress progress;
    private final Behaviours behaviours;

    OpenWork(JdbcClient jdbc, Catalogue catalogue, Records records, Progress progress, Behaviours behaviours) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.records = records;
        this.progress = progress;
        this.behaviours = behaviours;
    }

    /** Moves an order as a person of that system, whether it waited or was on its own way. */
    @Transactional
    public Stored answer(String system, String name, String id, Said said, @Nullable String reason) {
        var resource = catalogue.resource(system, name);
        var record = records.lock(system, name, id).orElseThrow(() -> Refusal.unknown(name, id));
        var lifecycle = resource.lifecycle();
        if (lifecycle.isImmediate()) {
            throw Refusal.notPossible(name + " is answered at once, there is nothing to say");
        }
        if (lifecycle.hasEnded(record.state())) {
            throw Refusal.notPossible(name + " " + id + " is " + record.state() + " already");
        }
        if (!mayBeSaid(resource, record.state()).contains(said)) {
            throw Refusal.notPossible(
                    name + " " + id + " is " + record.state() + ", nobody can " + said.word() + " it");
        }
        progress.unplan(record);
        return switch (said) {
            case COMPLETE -> complete(resource, record, reason);
            case FAIL -> progress.advance(resource, record, lifecycle.failed(), reason);
            case REJECT -> progress.advance(resource, record, lifecycle.rejected(), reason);
            case HOLD -> progress.advance(resource, record, resource.held(), reason);
            case RESUME -> resume(resource, record, reason);
            case PARTIAL -> progress.advance(resource, record, resource.partial(), reason);
        };
    }

    private Stored resume(TmfResource resource, Stored record, @Nullable String reason) {
        var working = progress.advance(
                resource, record, resource.lifecycle().underway().get(0), reason);
        progress.plan(resource, working, behaviours.of(record.system()));
        return working;
    }

    private static List<Said> mayBeSaid(TmfResource resource, String state) {
        var may = new ArrayList<>(List.of(Said.COMPLETE, Said.FAIL, Said.REJECT));
        if (resource.held() != null) {
            may.add(state.equals(resource.held()) ? Said.RESUME : Said.HOLD);
        }
        if (resource.partial() != null) {
            may.add(Said.PARTIAL);
        }
        return may;
    }

    private Stored complete(TmfResource resource, Stored record, @Nullable String reason) {
        var going = record;
        for (var state : resource.lifecycle().underway()) {
            if (going.state().equals(resource.lifecycle().first())) {
                going = progress.advance(resource, going, state, null);
            }
        }
        return progress.advance(resource, going, resource.lifecycle().done(), reason);
    }

    /** Records nobody has planned anything for. */
    public List<Stored> waiting(TmfResource resource) {
        var lifecycle = resource.lifecycle();
        if (lifecycle.isImmediate()) {
            return List.of();
        }
        return jdbc
                .sql("""
                        SELECT r.id
                          FROM sandbox.record r
                         WHERE r.system = :system
                           AND r.resource = :resource
                           AND r.state IN (:passing)
                           AND NOT EXISTS (SELECT 1
                                             FROM sandbox.transition t
                                            WHERE t.system = r.system
                                              AND t.resource = r.resource
                                              AND t.record_id = r.id)
                         ORDER BY r.seq
                        """)
                .param("system", resource.kind().system().id())
                .param("resource", resource.name())
                .param("passing", lifecycle.passing())
                .query(String.class)
                .list()
                .stream()
                .flatMap(id -> records.lock(resource.kind().system().id(), resource.name(), id).stream())
                .toList();
    }

    /** The newest first. */
    public List<OpenOrder> open(int most) {
        return catalogue.systems().stream()
                .flatMap(system -> catalogue.resources(system.id()).stream())
                .filter(resource -> !resource.lifecycle().isImmediate())
                .flatMap(resource -> open(resource, most).stream())
                .sorted(Comparator.comparing(OpenOrder::created).reversed())
                .limit(most)
                .toList();
    }

    private List<OpenOrder> open(TmfResource resource, int most) {
        return jdbc.sql("""
                        SELECT r.system, r.resource, r.id, r.external_id, r.state, r.created,
                               r.state IN (:standing)
                                   AND NOT EXISTS (SELECT 1
                                                     FROM sandbox.transition t
                                                    WHERE t.system = r.system
                                                      AND t.resource = r.resource
                                                      AND t.record_id = r.id) AS waits
                          FROM sandbox.record r
                         WHERE r.system = :system AND r.resource = :resource AND r.state NOT IN (:ended)
                         ORDER BY r.seq DESC
                         LIMIT :most
                        """)
                .param("system", resource.kind().system().id())
                .param("resource", resource.name())
                .param("standing", standing(resource))
                .param("ended", resource.lifecycle().ended())
                .param("most", most)
                .query((row, number) -> new OpenOrder(
                        row.getString("system"),
                        row.getString("resource"),
                        row.getString("id"),
                        row.getString("external_id"),
                        row.getString("state"),
                        row.getObject("created", OffsetDateTime.class),
                        row.getBoolean("waits"),
                        mayBeSaid(resource, row.getString("state")).stream()
                                .map(Said::word)
                                .toList()))
                .list();
    }

    /** Where a record may wait for a person. */
    private static List<String> standing(TmfResource resource) {
        var states = new ArrayList<>(resource.lifecycle().passing());
        if (resource.held() != null) {
            states.add(resource.held());
        }
        return states;
    }

    public void release(String system, Behaviour behaviour) {
        catalogue
                .resources(system)
                .forEach(resource -> waiting(resource).forEach(record -> progress.plan(resource, record, behaviour)));
    }

    /** What was planned for later than the time now set comes forward. */
    public void hasten(String system, Behaviour behaviour) {
        jdbc.sql("""
                        UPDATE sandbox.transition
                           SET due = least(due, clock_timestamp() + :after * interval '1 millisecond')
                         WHERE system = :system
                        """)
                .param("after", behaviour.answerAfterMs())
                .param("system", system)
                .update();
    }
}
