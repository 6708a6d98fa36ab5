package esop.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes back what an order has done at backing systems, newest first (回退, ESOP 6.11.2). */
public interface Rollbacks {

    /** What would be taken back; an order the caller may not see is refused with 422. */
    Preview preview(String orderId);

    /** What a service order that is under way can be rolled back to, newest first; empty where nothing of it took effect. */
    List<Step> stepsBack(String orderId, String serviceOrderId);

    /**
     * Plans to take back what an order has done that is being withdrawn; whoever asks calls the process {@code rollback} with it.
     *
     * @return the rollback's id, empty where nothing was done
     */
    Optional<String> plan(String orderId, String reason);

    /** The products of this customer that are just being taken back: new orders of them wait (避免隔单). */
    Set<String> running(String customerId);

    /**
     * @param obstacle null where it may begin; {@code under-way}: the order has not ended; {@code running}: a rollback of it has not;
     *     {@code proposed}: one of it waits for an approver;
     *     {@code later-orders}: {@code chain} must be taken back first; {@code nothing}: nothing is left to take back
     * @param chain later orders that stand on this one, newest first (避免隔单)
     * @param steps newest first
     */
    record Preview(String orderId, @Nullable String obstacle, List<String> chain, List<Step> steps) {}

    /**
     * @param key of the step that took effect
     * @param undoneBy the step that takes it back, null where none can
     * @param obstacle why a person must take it back: {@code by-hand}, {@code doubtful} or {@code not-added}
     */
    record Step(
            int position,
            String serviceOrderId,
            String product,
            String system,
            String step,
            String key,
            @Nullable String undoneBy,
            @Nullable String obstacle,
            Instant happened) {}
}
