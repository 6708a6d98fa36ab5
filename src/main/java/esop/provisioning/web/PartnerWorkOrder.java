package esop.provisioning.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A work order as the partner sees it that does it, and nobody else outside.
 *
 * @param stage our word, for example {@code dispatched} for what awaits an answer
 * @param visitFrom when the partner's people come, once that is agreed
 * @param refusal why the partner has refused it
 * @param stopAsked since when its people are asked to stop, while they have not answered
 */
record PartnerWorkOrder(
        String id,
        String description,
        String product,
        String stage,
        String city,
        @Nullable String place,
        String customerName,
        int priority,
        Instant created,
        Instant due,
        boolean late,
        @Nullable Instant completed,
        @Nullable Instant visitFrom,
        @Nullable Instant visitTo,
        @Nullable String refusal,
        @Nullable Instant stopAsked) {}
