package esop.workflow.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 加签: what somebody was asked to say about a task.
 *
 * @param id also of its entry in the inbox
 * @param place {@code before}: the task is not completed without it; {@code after}: asked once it is
 * @param answerWithin working time it may take
 * @param state {@code waiting}, {@code open}, {@code agreed}, {@code disagreed}, {@code withdrawn} or {@code lapsed}
 * @param due from then on nobody waits for it any more
 */
record Opinion(
        String id,
        String taskId,
        String city,
        String place,
        String person,
        String personName,
        String askedBy,
        String askedByName,
        Instant asked,
        String question,
        String answerWithin,
        @Nullable Instant due,
        String state,
        @Nullable String answer,
        @Nullable Instant answered) {

    /** Asked, and neither answered nor over. */
    boolean pending() {
        return state.equals("waiting") || state.equals("open");
    }
}
