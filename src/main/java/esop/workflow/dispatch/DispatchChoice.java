package esop.workflow.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To whom a task was given and who else was looked at.
 *
 * @param how {@code named}, {@code manager} of a key account, {@code case} (knows it), {@code least-loaded}, or {@code group}: left to it
 * @param person null where it waits for its group
 * @param limit tasks in hand from which on nobody was given more
 */
public record DispatchChoice(
        String how, @Nullable String person, @Nullable Integer limit, List<Considered> considered) {

    /**
     * @param verdict {@code chosen}, {@code away} (until), {@code off-duty} (says so), {@code not-working} (by the calendar), {@code full},
     *     {@code voted} (on another level of the same matter), {@code busier}, or {@code other}: somebody else was preferred
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Considered(
            String person,
            String name,
            int load,
            @Nullable Instant lastInCase,
            @Nullable LocalDate awayUntil,
            String verdict) {}
}
