package esop.provisioning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a work order says when it is generated (ESOP 6.5.2 工单处理信息).
 *
 * @param type what kind of work it is, for example {@code construction}
 * @param unit the unit or system that executes it, for example {@code eoms}
 * @param region where the unit is responsible: the city
 * @param place where the work is done, where the order says it
 * @param due time limit of the work order
 * @param reminder when the dispatcher is reminded of the time limit
 * @param dispatcher who dispatched it: a person, or {@code system} for the flow
 * @param serviceRequestId what of the customer it answers, for example an intake
 */
record NewWorkOrder(
        String id,
        String serviceOrderId,
        String productOrderId,
        String description,
        String type,
        String unit,
        String city,
        String region,
        @Nullable String place,
        String customerId,
        String customerName,
        int priority,
        Instant due,
        Instant reminder,
        String dispatcher,
        @Nullable String serviceRequestId) {}
