package esop.provisioning;

import esop.provisioning.WorkOrderAction.Kind;
import esop.provisioning.WorkOrderAction.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkOrderActionRepository {

    private static final String SELECT = """
            SELECT id, work_order_id, city, kind, dispatch, words, priority, person, step, state, answer, asked
            FROM provisioning.work_order_action
            """;

    private final JdbcClient jdbc;

    WorkOrderActionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    WorkOrderAction add(WorkOrder work, Kind kind, String words, @Nullable Integer priority, String person) {
        return jdbc.sql("""
                        INSERT INTO provisioning.work_order_action (work_order_id, city, kind, dispatch, words, priority, person)
                        VALUES (:workOrder, :city, :kind, :dispatch, :words, :priority, :person)
                        RETURNING id, work_order_id, city, kind, dispatch, words, priority, person, step, state, answer, asked
                        """)
                .param("workOrder", work.id())
                .param("city", work.facts().city())
                .param("kind", kind.word())
                .param("dispatch", work.generation())
                .param("words", words)
                .param("priority", priority)
                .param("person", person)
                .query(WorkOrderActionRepository::read)
                .single();
    }

    void ask(WorkOrderAction action, int step) {
        jdbc.sql("UPDATE provisioning.work_order_action SET step = :step WHERE id = :id")
                .param("step", step)
                .param("id", action.id())
                .update();
    }

    void settle(WorkOrderAction action, State state, @Nullable String answer) {
        jdbc.sql("""
                        UPDATE provisioning.work_order_action
                        SET state = :state, answer = :answer, settled = clock_timestamp()
                        WHERE id = :id
                        """)
                .param("state", state.word())
                .param("answer", answer)
                .param("id", action.id())
                .update();
    }

    /** Oldest first. */
    List<WorkOrderAction> of(String workOrderId) {
        return jdbc.sql(SELECT + "WHERE work_order_id = :workOrder ORDER BY id")
                .param("workOrder", workOrderId)
                .query(WorkOrderActionRepository::read)
                .list();
    }

    /** The withdrawal or recall whose answer is awaited. */
    Optional<WorkOrderAction> stopping(String workOrderId) {
        return of(workOrderId).stream()
                .filter(action -> action.kind().stops() && action.state() == State.ASKED)
                .findFirst();
    }

    /** The latest withdrawal or recall of a dispatch that the unit has not refused. */
    Optional<WorkOrderAction> lastStop(String workOrderId, int dispatch) {
        return of(workOrderId).stream()
                .filter(action -> action.kind().stops() && action.dispatch() == dispatch)
                .filter(action -> action.state() != State.REFUSED && action.state() != State.LATE)
                .reduce((earlier, later) -> later);
    }

    private static WorkOrderAction read(ResultSet row, int number) throws SQLException {
        return new WorkOrderAction(
                row.getLong("id"),
                row.getString("work_order_id"),
                row.getString("city"),
                Kind.of(row.getString("kind")),
                row.getInt("dispatch"),
                row.getString("words"),
                row.getObject("priority", Integer.class),
                row.getString("person"),
                row.getObject("step", Integer.class),
                State.of(row.getString("state")),
                row.getString("answer"),
                row.getObject("asked", OffsetDateTime.class).toInstant());
    }
}
