package esop.provisioning.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 工单处理信息 (ESOP 6.5.2).
 *
 * @param state in TMF652's words; {@code stage} in ours
 * @param executed when the unit said it was done
 * @param expected when it will be done by what is usual, where that is too late; {@code expectedFrom} how many finished ones that is derived from
 * @param due time limit; {@code reminder} is when the dispatcher is reminded of it
 * @param review words of the sign-off; {@code feedback} those of the unit
 * @param generation how often it was dispatched
 * @param serviceRequestId what of the customer it answers, for example an intake
 * @param related the other work orders of its service order
 */
record WorkOrderPage(
        String id,
        String description,
        String type,
        String unit,
        String state,
        String stage,
        String orderId,
        String serviceOrderId,
        @Nullable String serviceRequestId,
        String city,
        String region,
        @Nullable String place,
        String customerId,
        String customerName,
        int priority,
        Instant created,
        @Nullable Instant dispatched,
        @Nullable Instant executed,
        @Nullable Instant completed,
        Instant due,
        boolean late,
        @Nullable Instant expected,
        @Nullable Integer expectedFrom,
        Instant reminder,
        String dispatcher,
        @Nullable String feedback,
        @Nullable String review,
        @Nullable String reviewer,
        @Nullable Instant reviewed,
        int generation,
        int reworks,
        List<String> related,
        @Nullable String openFallout,
        long revision) {}
