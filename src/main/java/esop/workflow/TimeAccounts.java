package esop.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose time an order, or one piece of it, has taken, in working time of whoever had it. */
public interface TimeAccounts {

    /** @param about the order; within the current person's cities */
    Account of(String about);

    /** @param work one piece of it: a work order */
    Account of(String about, String work);

    record Account(List<Share> shares, List<Part> parts) {}

    /** @param side {@code ours}, {@code network}, {@code platform}, {@code partner}, {@code customer} or {@code force-majeure} */
    record Share(String side, long minutes) {}

    /**
     * @param unit who had it, where it was a unit
     * @param name of the task or of the cause of waiting
     * @param target what was expected of a unit
     * @param late whether it took longer than that, or does so now
     */
    record Part(
            String side,
            @Nullable String unit,
            @Nullable String name,
            @Nullable String nameEn,
            Instant begun,
            @Nullable Instant ended,
            long minutes,
            @Nullable String target,
            boolean late) {}
}
