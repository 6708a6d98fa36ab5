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
     * @param kind {@code task.created}, {@code task.claimed}, {@code task.delegated}, {@code task.returned} and so on
     * @param subject the task's id
     * @param text the sentence for the reader, in the language of the request
     * @param reason what was said with it
     * @param onBehalfOf for whom it was done, by name
     */
    record Entry(
            Instant at,
            String kind,
            @Nullable String actor,
            @Nullable String actorName,
            String subject,
            String text,
            @Nullable String reason,
            @Nullable String onBehalfOf) {

        public Entry(
                Instant at,
                String kind,
                @Nullable String actor,
                @Nullable String actorName,
                String subject,
                String text) {
            this(at, kind, actor, actorName, subject, text, null, null);
        }
    }
}
