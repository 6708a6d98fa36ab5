package esop.workflow;

import esop.web.Page;
import esop.web.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Processes and their tasks as other systems read them, in TMF701's states; all within the current person's cities. */
public interface Flows {

    /** Newest first. */
    Page<Flow> list(Filter filter, Paging paging);

    Optional<Flow> find(String id);

    /** The tasks of one process, oldest first. */
    List<Task> tasks(String flowId);

    Optional<Task> task(String flowId, String taskId);

    /**
     * @param states of {@code active}, {@code hold}, {@code completed} and {@code cancelled}; none for all
     * @param process id of its model, for example {@code order}
     * @param subject what it is about: its own number, or that of the order it belongs to
     * @param since started at this moment or later; {@code before} is the first moment too late
     */
    record Filter(
            Set<String> states,
            @Nullable String process,
            @Nullable String subject,
            @Nullable String customerId,
            @Nullable Instant since,
            @Nullable Instant before) {}

    /**
     * One run of a process.
     *
     * @param state {@code hold} where somebody has stopped it, or a step has failed for good
     * @param parent the process that called it
     * @param tasks ids of its tasks, open and closed, oldest first
     */
    record Flow(
            String id,
            String process,
            String name,
            String nameEn,
            @Nullable String subject,
            @Nullable String rootSubject,
            @Nullable String parent,
            String city,
            @Nullable String customerId,
            @Nullable String customerName,
            Instant started,
            @Nullable Instant ended,
            String state,
            List<String> tasks) {}

    /**
     * A step that a person does.
     *
     * @param state {@code new} until somebody takes it, {@code hold} where its process is stopped
     * @param priority TMF: 0 is the most urgent, 4 the least
     * @param groups who may take it, for example {@code operations@nanjing}
     */
    record Task(
            String id,
            String flowId,
            String activity,
            String name,
            String nameEn,
            @Nullable String subject,
            @Nullable String assignee,
            List<String> groups,
            int priority,
            Instant created,
            @Nullable Instant due,
            @Nullable Instant closed,
            String state) {}
}
