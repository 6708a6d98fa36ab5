package esop.provisioning;

import esop.systems.Step;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RequestedStepRepository {

    private static final String SELECT = """
            SELECT aggregate, name, generation, service_order_id, work_order_id, system, city, state, source, error_class, message, asked, heard
            FROM provisioning.requested_step
            """;

    private final JdbcClient jdbc;

    RequestedStepRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An answer that comes in and a process that begins to wait meet at this lock, so that one of them sees the other. */
    Optional<RequestedStep> lock(Step step) {
        return jdbc.sql(SELECT
                        + "WHERE aggregate = :aggregate AND name = :name AND generation = :generation FOR UPDATE")
                .param("aggregate", step.aggregate())
                .param("name", step.name())
                .param("generation", step.generation())
                .query(RequestedStepRepository::read)
                .optional();
    }

    Optional<RequestedStep> find(Step step) {
        return jdbc.sql(SELECT + "WHERE aggregate = :aggregate AND name = :name AND generation = :generation")
                .param("aggregate", step.aggregate())
                .param("name", step.name())
                .param("generation", step.generation())
                .query(RequestedStepRepository::read)
                .optional();
    }

    /** The latest generation of a step. */
    Optional<RequestedStep> latest(String aggregate, String name) {
        return jdbc.sql(SELECT + "WHERE aggregate = :aggregate AND name = :name ORDER BY generation DESC LIMIT 1")
                .param("aggregate", aggregate)
                .param("name", name)
                .query(RequestedStepRepository::read)
                .optional();
    }

    /** What was asked for last of a service order's work orders, by any of these steps. */
    Optional<RequestedStep> latestOfWork(String serviceOrderId, List<String> names) {
        return jdbc.sql(
                        SELECT
                                + "WHERE service_order_id = :serviceOrder AND name IN (:names) ORDER BY requested DESC, generation DESC LIMIT 1")
                .param("serviceOrder", serviceOrderId)
                .param("names", names)
                .query(RequestedStepRepository::read)
                .optional();
    }

    void add(RequestedStep step) {
        jdbc.sql("""
                        INSERT INTO provisioning.requested_step (
                            aggregate, name, generation, service_order_id, work_order_id, system, city)
                        VALUES (:aggregate, :name, :generation, :serviceOrder, :workOrder, :system, :city)
                        """)
                .param("aggregate", step.step().aggregate())
                .param("name", step.step().name())
                .param("generation", step.step().generation())
                .param("serviceOrder", step.serviceOrderId())
                .param("workOrder", step.workOrderId(), Types.VARCHAR)
                .param("system", step.system())
                .param("city", step.city())
                .update();
    }

    void save(RequestedStep step) {
        jdbc.sql("""
                        UPDATE provisioning.requested_step
                        SET state = :state, source = :source, error_class = :errorClass, message = :message, asked = :asked, heard = :heard
                        WHERE aggregate = :aggregate AND name = :name AND generation = :generation
                        """)
                .param("state", step.state() == null ? null : step.state().name(), Types.VARCHAR)
                .param("source", step.source() == null ? null : step.source().name(), Types.VARCHAR)
                .param("errorClass", step.errorClass(), Types.VARCHAR)
                .param("message", step.message(), Types.VARCHAR)
                .param("asked", utc(step.asked()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("heard", utc(step.heard()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("aggregate", step.step().aggregate())
                .param("name", step.step().name())
                .param("generation", step.step().generation())
                .update();
    }

    private static RequestedStep read(ResultSet row, int number) throws SQLException {
        var state = row.getString("state");
        var source = row.getString("source");
        return new RequestedStep(
                new Step(row.getString("aggregate"), row.getString("name"), row.getInt("generation")),
                row.getString("service_order_id"),
                row.getString("work_order_id"),
                row.getString("system"),
                row.getString("city"),
                state == null ? null : State.valueOf(state),
                source == null ? null : Source.valueOf(source),
                row.getString("error_class"),
                row.getString("message"),
                instant(row, "asked"),
                instant(row, "heard"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
