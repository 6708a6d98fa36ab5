package esop.workflow.dispatch;

import esop.workflow.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One decision about a task with its grounds.
 *
 * @param table as it was then; null where that version is gone
 * @param rules ids of the rules that matched
 * @param choice who was considered, where the row gives the task to one person
 */
record TaskReason(
        String decision,
        int version,
        Instant at,
        List<String> rules,
        Map<String, Object> inputs,
        List<Map<String, Object>> outputs,
        @Nullable DispatchChoice choice,
        @Nullable Table table) {}
