package esop.workflow.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was told.
 *
 * @param taskId null where it is about no task: a substitution
 * @param text the sentence, in the language of the request
 * @param note what was said with it
 */
record Notice(
        long id,
        Instant at,
        String kind,
        @Nullable String taskId,
        @Nullable String actor,
        @Nullable String actorName,
        String text,
        @Nullable String note,
        boolean seen) {}
