package esop.workflow.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as the inbox shows it.
 *
 * @param businessKey what its process is about, for example a work order
 * @param subject short words, for example the product's name
 * @param state {@code created}, {@code claimed}, {@code completed} or {@code cancelled}
 * @param revision grows with every change; an action on an older one is refused
 * @param rootBusinessKey the order it belongs to
 */
public record Task(
        String id,
        String activity,
        String name,
        String nameEn,
        String process,
        String processName,
        String processNameEn,
        @Nullable String businessKey,
        @Nullable String subject,
        @Nullable String subjectEn,
        @Nullable Customer customer,
        String city,
        @Nullable String assignee,
        @Nullable String assigneeName,
        List<String> candidateGroups,
        Instant created,
        @Nullable Instant claimed,
        Instant due,
        String state,
        int priority,
        int revision,
        String instanceId,
        @Nullable String rootBusinessKey,
        @Nullable Instant completed,
        @Nullable String completedBy) {

    public record Customer(String id, @Nullable String name) {}

    boolean isOpen() {
        return state.equals("created") || state.equals("claimed");
    }
}
