package esop.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the tasks of a business object, for timelines. */
public interface TaskHistory {

    /**
     * Everything within the current person's cities, oldest first.
     *
     * @param rootBusinessKey for example the id of the product order
     */
    List<Entry> of(String rootBusinessKey);

    /**
     * @param kind {@code task.created}, {@code task.claimed}, {@code task.unclaimed}, {@code task.assigned}, {@code task.completed} or
     *     {@code task.cancelled}
     * @param subject the task's id
     * @param text the sentence for the reader, in the language of the request
     */
    record Entry(
            Instant at,
            String kind,
            @Nullable String actor,
            @Nullable String actorName,
            String subject,
            String text) {}
}
