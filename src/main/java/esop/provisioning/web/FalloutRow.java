package esop.provisioning.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fallout in the work list.
 *
 * @param fingerprint the same for the same kind of trouble
 * @param alike how many open ones of the caller's cities have this fingerprint, this one included
 * @param attempts the how-many-th fallout of this step it is
 * @param plan what the policy said: {@code retry}, {@code manual} or {@code abort}
 * @param level how often it was escalated
 */
record FalloutRow(
        String id,
        String orderId,
        String serviceOrderId,
        @Nullable String workOrderId,
        String city,
        String customerName,
        String product,
        String system,
        String step,
        int generation,
        String errorClass,
        @Nullable String message,
        String fingerprint,
        long alike,
        String state,
        Instant created,
        @Nullable Instant due,
        boolean late,
        int attempts,
        @Nullable String plan,
        @Nullable String ownerRole,
        int level,
        @Nullable String resolution,
        @Nullable String note,
        @Nullable String resolver,
        @Nullable Instant resolved) {}
