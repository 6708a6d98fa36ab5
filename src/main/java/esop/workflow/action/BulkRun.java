package esop.workflow.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One action on many tasks, carried out one after the other while nobody has to wait.
 *
 * @param stopped those that were not begun because somebody stopped it
 * @param finished null while some are left to do
 */
record BulkRun(
        long id,
        String action,
        int total,
        int done,
        int failed,
        int stopped,
        Instant created,
        @Nullable Instant finished) {

    /**
     * @param state {@code waiting}, {@code done}, {@code failed} or {@code stopped}
     * @param detail why it failed
     */
    record Item(
            String taskId,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String businessKey,
            String state,
            @Nullable String detail) {}

    /** What a worker needs to know of it. */
    record Order(long id, String person, String language, BulkAction wish) {}
}
