package esop.provisioning;

import esop.systems.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FalloutRepository {

    private static final String SELECT = """
            SELECT id, product_order_id, service_order_id, work_order_id, city, system, step, generation, product, error_class, message,
                attempt, plan, owner_role, level, resolution, note, revision
            FROM provisioning.fallout
            """;

    private final JdbcClient jdbc;

    FalloutRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String nextId() {
        return jdbc.sql("""
                        SELECT 'FO' || lpad(nextval('provisioning.fallout_number')::text, 10, '0')
                        """).query(String.class).single();
    }

    void add(Fallout fallout) {
        jdbc.sql("""
                        INSERT INTO provisioning.fallout (
                            id, product_order_id, service_order_id, work_order_id, city, system, step, generation, product, error_class,
                            message, attempt, state)
                        VALUES (
                            :id, :productOrder, :serviceOrder, :workOrder, :city, :system, :step, :generation, :product, :errorClass,
                            :message, :attempt, 'open')
                        """)
                .param("id", fallout.id())
                .param("productOrder", fallout.productOrderId())
                .param("serviceOrder", fallout.serviceOrderId())
                .param("workOrder", fallout.workOrderId())
                .param("city", fallout.city())
                .param("system", fallout.system())
                .param("step", fallout.step())
                .param("generation", fallout.generation())
                .param("product", fallout.product())
                .param("errorClass", fallout.errorClass())
                .param("message", fallout.message())
                .param("attempt", fallout.attempt())
                .update();
    }

    Fallout get(String id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(FalloutRepository::read)
                .single();
    }

    Optional<Fallout> open(Step step) {
        return jdbc.sql(SELECT + """
                        WHERE coalesce(work_order_id, service_order_id) = :aggregate AND step = :step AND generation = :generation
                            AND state = 'open' AND resolution IS NULL
                        """)
                .param("aggregate", step.aggregate())
                .param("step", step.name())
                .param("generation", step.generation())
                .query(FalloutRepository::read)
                .optional();
    }

    /** What was refused and nobody has decided about yet. */
    List<Fallout> refused(String serviceOrderId) {
        return jdbc.sql(SELECT + """
                        WHERE service_order_id = :serviceOrder AND state = 'open' AND resolution IS NULL AND error_class = 'refused'
                        ORDER BY id
                        """)
                .param("serviceOrder", serviceOrderId)
                .query(FalloutRepository::read)
                .list();
    }

    /** @param resolver the person who decided, null for a rule */
    record Decided(
            @Nullable String note,
            @Nullable String resolver,
            @Nullable String resolution,
            @Nullable String backTo) {

        boolean gaveUp() {
            return FalloutAnswers.givesUp(resolution);
        }

        boolean rolledBack() {
            return FalloutAnswers.takesBack(resolution);
        }

        boolean renewed() {
            return "renew".equals(resolution);
        }

        boolean wentBack() {
            return FalloutAnswers.GO_BACK.equals(resolution);
        }

        boolean skipped() {
            return "skip".equals(resolution);
        }
    }

    Decided lastDecided(String workOrderId) {
        return jdbc.sql("""
                        SELECT coalesce(note, CASE WHEN error_class = 'withdrawn' THEN message END) AS note, resolver, resolution, back_to
                        FROM provisioning.fallout
                        WHERE work_order_id = :workOrder AND resolution IS NOT NULL
                        ORDER BY id DESC
                        LIMIT 1
                        """)
                .param("workOrder", workOrderId)
                .query(Decided.class)
                .optional()
                .orElse(new Decided(null, null, null, null));
    }

    int attempts(String serviceOrderId, @Nullable String workOrderId, String step) {
        return jdbc.sql("""
                        SELECT count(*)
                        FROM provisioning.fallout
                        WHERE service_order_id = :serviceOrder AND coalesce(work_order_id, '') = coalesce(:workOrder::text, '') AND step = :step
                        """)
                .param("serviceOrder", serviceOrderId)
                .param("workOrder", workOrderId)
                .param("step", step)
                .query(Integer.class)
                .single();
    }

    boolean anyOpen(String serviceOrderId) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM provisioning.fallout WHERE service_order_id = :serviceOrder AND state = 'open')
                        """)
                .param("serviceOrder", serviceOrderId)
                .query(Boolean.class)
                .single();
    }

    boolean anyOpenOfWork(String workOrderId) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM provisioning.fallout WHERE work_order_id = :workOrder AND state = 'open')
                        """)
                .param("workOrder", workOrderId)
                .query(Boolean.class)
                .single();
    }

    /** Whether just this outcome of a step has been, or is being, decided about. */
    boolean anyAbout(RequestedStep step) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM provisioning.fallout
                            WHERE coalesce(work_order_id, service_order_id) = :aggregate AND step = :step AND generation = :generation
                                AND error_class = :errorClass)
                        """)
                .param("aggregate", step.step().aggregate())
                .param("step", step.step().name())
                .param("generation", step.step().generation())
                .param("errorClass", step.trouble())
                .query(Boolean.class)
                .single();
    }

    /** Where a service order is to be rolled back to, if that is what is decided. */
    void goBackTo(String id, String key) {
        jdbc.sql("UPDATE provisioning.fallout SET back_to = :key WHERE id = :id")
                .param("key", key)
                .param("id", id)
                .update();
    }

    /** Where it was decided to roll its service order back to. */
    Optional<String> backTo(String id) {
        return jdbc.sql("SELECT back_to FROM provisioning.fallout WHERE id = :id AND resolution = 'roll-back-to'")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void dueAt(String id, Instant due) {
        jdbc.sql(
                        "UPDATE provisioning.fallout SET due = :due, revision = revision + 1 WHERE id = :id AND state = 'open'")
                .param("id", id)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    void plan(Fallout fallout, String plan, String ownerRole, int level, Instant due) {
        changed(
                fallout,
                jdbc.sql("""
                                UPDATE provisioning.fallout
                                SET plan = :plan, owner_role = :owner, level = :level, due = :due, revision = revision + 1
                                WHERE id = :id AND revision = :revision
                                """)
                        .param("plan", plan)
                        .param("owner", ownerRole)
                        .param("level", level)
                        .param("due", due.atOffset(ZoneOffset.UTC))
                        .param("id", fallout.id())
                        .param("revision", fallout.revision())
                        .update());
    }

    void resolve(Fallout fallout, String resolution, @Nullable String note, @Nullable String resolver) {
        changed(
                fallout,
                jdbc.sql("""
                                UPDATE provisioning.fallout
                                SET resolution = :resolution, note = :note, resolver = :resolver, revision = revision + 1
                                WHERE id = :id AND revision = :revision
                                """)
                        .param("resolution", resolution)
                        .param("note", note)
                        .param("resolver", resolver)
                        .param("id", fallout.id())
                        .param("revision", fallout.revision())
                        .update());
    }

    void approve(Fallout fallout, @Nullable String approver, @Nullable String opinion) {
        changed(
                fallout,
                jdbc.sql("""
                                UPDATE provisioning.fallout
                                SET approver = :approver, opinion = :opinion, revision = revision + 1
                                WHERE id = :id AND revision = :revision
                                """)
                        .param("approver", approver)
                        .param("opinion", opinion)
                        .param("id", fallout.id())
                        .param("revision", fallout.revision())
                        .update());
    }

    /** What was decided was not approved, or could not be done. */
    void reopen(Fallout fallout, @Nullable String approver, @Nullable String opinion) {
        changed(
                fallout,
                jdbc.sql("""
                                UPDATE provisioning.fallout
                                SET resolution = NULL, resolver = NULL, approver = :approver, opinion = :opinion, revision = revision + 1
                                WHERE id = :id AND revision = :revision
                                """)
                        .param("approver", approver)
                        .param("opinion", opinion)
                        .param("id", fallout.id())
                        .param("revision", fallout.revision())
                        .update());
    }

    Optional<String> resolver(String id) {
        return jdbc.sql("SELECT resolver FROM provisioning.fallout WHERE id = :id AND resolver IS NOT NULL")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** What was decided about a service order that was given up since it last went on from a step: of several what takes back most. */
    Optional<Decided> lastGivenUp(String serviceOrderId) {
        return jdbc.sql("""
                        SELECT note, resolver, resolution, back_to
                        FROM provisioning.fallout
                        WHERE service_order_id = :serviceOrder AND followed IS NULL
                            AND resolution IN ('roll-back-order', 'roll-back-item', 'renew', 'roll-back-to', 'abort')
                        ORDER BY array_position(ARRAY['roll-back-order', 'roll-back-item', 'renew', 'roll-back-to', 'abort'], resolution), id DESC
                        LIMIT 1
                        """)
                .param("serviceOrder", serviceOrderId)
                .query(Decided.class)
                .optional();
    }

    /** Its service order goes on: what has been decided about it is carried out. */
    void followed(String serviceOrderId) {
        jdbc.sql("""
                        UPDATE provisioning.fallout
                        SET followed = now()
                        WHERE service_order_id = :serviceOrder AND followed IS NULL AND state = 'resolved'
                        """).param("serviceOrder", serviceOrderId).update();
    }

    /** Whether a rule, and not a person, has sent this service order back to a step before. */
    boolean wasSentBack(String serviceOrderId) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM provisioning.fallout
                            WHERE service_order_id = :serviceOrder AND resolution = 'roll-back-to' AND resolver IS NULL)
                        """)
                .param("serviceOrder", serviceOrderId)
                .query(Boolean.class)
                .single();
    }

    void close(Fallout fallout) {
        changed(
                fallout,
                jdbc.sql("""
                                UPDATE provisioning.fallout
                                SET state = 'resolved', resolved = now(), revision = revision + 1
                                WHERE id = :id AND revision = :revision
                                """)
                        .param("id", fallout.id())
                        .param("revision", fallout.revision())
                        .update());
    }

    private static void changed(Fallout fallout, int rows) {
        if (rows == 0) {
            throw new OptimisticLockingFailureException("Fallout " + fallout.id() + " was changed meanwhile");
        }
    }

    private static Fallout read(ResultSet row, int number) throws SQLException {
        return new Fallout(
                row.getString("id"),
                row.getString("product_order_id"),
                row.getString("service_order_id"),
                row.getString("work_order_id"),
                row.getString("city"),
                row.getString("system"),
                row.getString("step"),
                row.getInt("generation"),
                row.getString("product"),
                row.getString("error_class"),
                row.getString("message"),
                row.getInt("attempt"),
                row.getString("plan"),
                row.getString("owner_role"),
                row.getInt("level"),
                row.getString("resolution"),
                row.getString("note"),
                row.getLong("revision"));
    }
}
