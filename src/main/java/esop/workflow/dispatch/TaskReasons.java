package esop.workflow.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.workflow.inbox.TaskAccess;
import esop.workflow.table.FormerTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads back why a task came to its owner and its due time. */
@Component
class TaskReasons {

    private final TaskAccess access;
    private final FormerTables tables;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TaskReasons(TaskAccess access, FormerTables tables, JdbcClient jdbc, ObjectMapper json) {
        this.access = access;
        this.tables = tables;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whose it is comes first. */
    List<TaskReason> of(String taskId) {
        return access.within(person -> jdbc.sql("""
                        SELECT decision, version, rules, inputs, outputs, choice, at
                        FROM workflow.task_decision
                        WHERE task_id = :task
                        ORDER BY decision IN ('due-time', 'working-calendar'), decision
                        """)
                .param("task", access.visible(taskId, person).subjectId())
                .query((row, number) -> why(row))
                .list());
    }

    private TaskReason why(ResultSet row) throws SQLException {
        var decision = row.getString("decision");
        var version = row.getInt("version");
        return new TaskReason(
                decision,
                version,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("rules").getArray()),
                read(row.getString("inputs"), new TypeReference<Map<String, Object>>() {}),
                read(row.getString("outputs"), new TypeReference<List<Map<String, Object>>>() {}),
                read(row.getString("choice"), new TypeReference<DispatchChoice>() {}),
                tables.of(decision, version).orElse(null));
    }

    private <T> @Nullable T read(@Nullable String text, TypeReference<T> type) throws SQLException {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new SQLException("not what was written", broken);
        }
    }
}
