package esop.workflow.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open task whose due time is counted, with what is to be known when it moves. */
record ClockedTask(
        TaskClock clock,
        String name,
        String nameEn,
        String process,
        String activity,
        String instanceId,
        @Nullable String businessKey,
        @Nullable String rootBusinessKey,
        @Nullable String customer,
        String city,
        @Nullable String assignee,
        List<String> groups,
        int priority,
        Instant due,
        Instant nextLook,
        int level,
        int round) {

    String id() {
        return clock.taskId();
    }
}
