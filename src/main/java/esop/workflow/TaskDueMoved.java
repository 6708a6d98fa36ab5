package esop.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The due time of an open task was counted anew; told in the same transaction, for who keeps it elsewhere too. */
public record TaskDueMoved(
        String taskId,
        String process,
        String activity,
        @Nullable String businessKey,
        Instant was,
        Instant due) {}
