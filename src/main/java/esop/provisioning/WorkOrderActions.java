package esop.provisioning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 催单, 撤单, 拉回: what people may ask of a work order's unit while it works (ESOP 6.3.2.2). */
public interface WorkOrderActions {

    int LONGEST_WORDS = 200;

    /** What may be asked now, in the caller's language; a work order the caller may not see is unknown. */
    List<Allowed> allowed(String workOrderId);

    /** Tells the unit to hurry; refused with 409 where {@link #allowed} says so, or by the limits of the decision {@code expedite-limit}. */
    void expedite(String workOrderId, String note);

    /** Asks the unit to stop what is then given up; refused with 409 where {@link #allowed} says so. */
    void withdraw(String workOrderId, String reason);

    /** Asks the unit to stop what is then decided about anew; refused with 409 where {@link #allowed} says so. */
    void recall(String workOrderId, String reason);

    /**
     * @param name {@code expedite}, {@code withdraw} or {@code recall}
     * @param reason why not
     * @param nextAt when it will be allowed, where only time is in the way
     */
    record Allowed(
            String name,
            boolean allowed,
            @Nullable String reason,
            @Nullable Instant nextAt) {}
}
