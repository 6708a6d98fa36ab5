package esop.provisioning;

import esop.identity.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ResendRepository {

    private final JdbcClient jdbc;

    ResendRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String add(String person, @Nullable String note) {
        var id = jdbc.sql("""
                        SELECT 'RR' || lpad(nextval('provisioning.resend_number')::text, 10, '0')
                        """).query(String.class).single();
        jdbc.sql("INSERT INTO provisioning.resend_run (id, person, note) VALUES (:id, :person, :note)")
                .param("id", id)
                .param("person", person)
                .param("note", note)
                .update();
        return id;
    }

    /** @param decided nothing is left to be sent again */
    record Candidate(
            String fallout,
            String city,
            String system,
            String fingerprint,
            @Nullable String ownerRole,
            boolean decided) {

        /** Its owners decide about it, and the managers of its city. */
        boolean isFor(Person person) {
            return person.groups().contains("manager@" + city)
                    || person.groups().contains((ownerRole == null ? "operations" : ownerRole) + "@" + city);
        }
    }

    private static final String CANDIDATES = """
            SELECT id AS fallout, city, system, fingerprint, owner_role, resolution IS NOT NULL AS decided
            FROM provisioning.fallout
            """;

    List<Candidate> candidates(List<String> ids) {
        return jdbc.sql(CANDIDATES + "WHERE id = ANY (:ids) ORDER BY created, id")
                .param("ids", ids.toArray(String[]::new))
                .query(Candidate.class)
                .list();
    }

    /** The open fallouts that these calls lie in, by key. */
    Map<String, String> fallouts(List<String> keys) {
        var fallouts = new HashMap<String, String>();
        jdbc.sql("""
                        SELECT id, coalesce(work_order_id, service_order_id) || ':' || step || ':' || generation AS key
                        FROM provisioning.fallout
                        WHERE state = 'open' AND coalesce(work_order_id, service_order_id) || ':' || step || ':' || generation = ANY (:keys)
                        """).param("keys", keys.toArray(String[]::new)).query(row -> {
            fallouts.put(row.getString("key"), row.getString("id"));
        });
        return fallouts;
    }

    /** The open ones of a kind, oldest first. */
    List<Candidate> candidates(String fingerprint) {
        return jdbc.sql(
                        CANDIDATES
                                + "WHERE fingerprint = :fingerprint AND state = 'open' AND resolution IS NULL ORDER BY created, id")
                .param("fingerprint", fingerprint)
                .query(Candidate.class)
                .list();
    }

    /** @return false where it lies in another run already */
    boolean add(String run, String fallout, String city, boolean canary) {
        return jdbc.sql("""
                                INSERT INTO provisioning.resend_item (run, fallout, city, fingerprint, canary, look_at)
                                SELECT :run, id, city, fingerprint, :canary, CASE WHEN :canary THEN now() END
                                FROM provisioning.fallout
                                WHERE id = :fallout AND city = :city
                                ON CONFLICT (fallout) WHERE state IN ('waiting', 'asked') DO NOTHING
                                """)
                        .param("run", run)
                        .param("fallout", fallout)
                        .param("city", city)
                        .param("canary", canary)
                        .update()
                == 1;
    }

    void addSkipped(String run, String fallout, String reason) {
        jdbc.sql("""
                        INSERT INTO provisioning.resend_item (run, fallout, city, fingerprint, canary, state, reason, settled)
                        SELECT :run, id, city, fingerprint, false, 'skipped', :reason, now()
                        FROM provisioning.fallout
                        WHERE id = :fallout
                        """)
                .param("run", run)
                .param("fallout", fallout)
                .param("reason", reason)
                .update();
    }

    /** The item that has waited longest for somebody to look at it; nobody else gets it before the transaction ends. */
    Optional<ResendItem> claim() {
        return jdbc.sql("""
                        SELECT item.run, item.fallout, item.fingerprint, item.canary, item.state, item.accepted, item.tries, item.asked,
                            run.person, run.note
                        FROM provisioning.resend_item item
                        JOIN provisioning.resend_run run ON run.id = item.run
                        WHERE item.look_at <= now()
                        ORDER BY item.look_at
                        LIMIT 1
                        FOR UPDATE OF item SKIP LOCKED
                        """).query(ResendRepository::read).optional();
    }

    void asked(ResendItem item) {
        jdbc.sql("""
                        UPDATE provisioning.resend_item
                        SET state = 'asked', asked = now(), look_at = now() + interval '1 second'
                        WHERE run = :run AND fallout = :fallout
                        """).param("run", item.run()).param("fallout", item.fallout()).update();
    }

    void lookAgain(ResendItem item, boolean accepted, Duration pause) {
        jdbc.sql("""
                        UPDATE provisioning.resend_item
                        SET accepted = :accepted, look_at = now() + make_interval(secs => :pause)
                        WHERE run = :run AND fallout = :fallout
                        """)
                .param("accepted", accepted)
                .param("pause", pause.toMillis() / 1000.0)
                .param("run", item.run())
                .param("fallout", item.fallout())
                .update();
    }

    void couldNotBegin(ResendItem item) {
        jdbc.sql("""
                        UPDATE provisioning.resend_item
                        SET tries = tries + 1, look_at = now() + interval '2 seconds'
                        WHERE run = :run AND fallout = :fallout
                        """).param("run", item.run()).param("fallout", item.fallout()).update();
    }

    /** @param pause until somebody looks once more, null where nothing more can come */
    void settle(
            ResendItem item,
            String state,
            @Nullable String reason,
            @Nullable String message,
            @Nullable Duration pause) {
        jdbc.sql("""
                        UPDATE provisioning.resend_item
                        SET state = :state, reason = :reason, message = :message, settled = coalesce(settled, now()),
                            look_at = now() + make_interval(secs => :pause::double precision)
                        WHERE run = :run AND fallout = :fallout
                        """)
                .param("state", state)
                .param("reason", reason)
                .param("message", message)
                .param("pause", pause == null ? null : pause.toMillis() / 1000.0)
                .param("run", item.run())
                .param("fallout", item.fallout())
                .update();
    }

    /** The others of the canary's kind may go. */
    void release(ResendItem canary) {
        jdbc.sql("""
                        UPDATE provisioning.resend_item
                        SET look_at = now()
                        WHERE run = :run AND fingerprint = :fingerprint AND state = 'waiting' AND look_at IS NULL
                        """)
                .param("run", canary.run())
                .param("fingerprint", canary.fingerprint())
                .update();
    }

    void stop(String run, @Nullable String fingerprint, String reason) {
        jdbc.sql("""
                        UPDATE provisioning.resend_item
                        SET state = 'stopped', reason = :reason, look_at = NULL, settled = now()
                        WHERE run = :run AND (:fingerprint::text IS NULL OR fingerprint = :fingerprint) AND state = 'waiting'
                        """)
                .param("reason", reason)
                .param("run", run)
                .param("fingerprint", fingerprint)
                .update();
    }

    /** The canary needed no sending, so that another one of its kind goes first. */
    void anotherCanary(ResendItem canary) {
        jdbc.sql("""
                        UPDATE provisioning.resend_item
                        SET canary = true, look_at = now()
                        WHERE run = :run AND fallout = (
                            SELECT min(fallout) FROM provisioning.resend_item
                            WHERE run = :run AND fingerprint = :fingerprint AND state = 'waiting')
                        """)
                .param("run", canary.run())
                .param("fingerprint", canary.fingerprint())
                .update();
    }

    /**
     * A fallout of a lost request is no failure of its own: it is followed by the sending that was asked for. Where nothing was sent,
     * there is no system's word to wait for: it is closed in the transaction that goes on from it or opens the next one.
     */
    ResendTruth truth(String fallout) {
        return jdbc.sql("""
                        SELECT step.state, step.heard >= item.asked AND fallout.work_order_id IS NOT NULL AS taken_up, later.message,
                            later.id IS NOT NULL AS failed, fallout.generation = 0 AND fallout.state = 'resolved' AS went_on
                        FROM provisioning.fallout fallout
                        JOIN LATERAL (
                            SELECT max(asked) AS asked FROM provisioning.resend_item WHERE fallout = fallout.id
                        ) AS item ON true
                        LEFT JOIN LATERAL (
                            SELECT requested.state, requested.heard
                            FROM provisioning.requested_step requested
                            WHERE requested.aggregate = coalesce(fallout.work_order_id, fallout.service_order_id)
                                AND requested.name = fallout.step
                            ORDER BY requested.generation DESC
                            LIMIT 1
                        ) AS step ON true
                        LEFT JOIN LATERAL (
                            SELECT other.id, coalesce(other.message, other.error_class) AS message
                            FROM provisioning.fallout other
                            WHERE other.service_order_id = fallout.service_order_id AND other.step = fallout.step
                                AND other.work_order_id IS NOT DISTINCT FROM fallout.work_order_id
                                AND other.attempt > fallout.attempt AND other.error_class NOT IN ('never-arrived', 'unknown')
                            ORDER BY other.attempt DESC
                            LIMIT 1
                        ) AS later ON true
                        WHERE fallout.id = :fallout
                        """)
                .param("fallout", fallout)
                .query((row, number) -> truth(row))
                .single();
    }

    private static ResendTruth truth(ResultSet row) throws SQLException {
        var state = row.getString("state");
        if ("COMPLETED".equals(state)) {
            return new ResendTruth("fixed", true, null);
        }
        if (row.getBoolean("failed")) {
            return new ResendTruth("failed-again", false, row.getString("message"));
        }
        if (row.getBoolean("went_on")) {
            return new ResendTruth("fixed", true, null);
        }
        var working = "ACKNOWLEDGED".equals(state) || "IN_PROGRESS".equals(state) || "HELD".equals(state);
        return new ResendTruth("unknown", working && row.getBoolean("taken_up"), null);
    }

    private static ResendItem read(ResultSet row, int number) throws SQLException {
        return new ResendItem(
                row.getString("run"),
                row.getString("fallout"),
                row.getString("fingerprint"),
                row.getBoolean("canary"),
                row.getString("state"),
                row.getBoolean("accepted"),
                row.getInt("tries"),
                instant(row),
                row.getString("person"),
                row.getString("note"));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        var value = row.getObject("asked", OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
