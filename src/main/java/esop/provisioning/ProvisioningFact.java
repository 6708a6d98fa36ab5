package esop.provisioning;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something worth telling about an order's provisioning, published synchronously in the transaction that makes it true: a line of
 * the order's timeline, and what its state {@code held} follows.
 *
 * @param kind {@code service-order.started} (path, product), {@code service-order.ended} (state), {@code service-order.withdrawn},
 *     {@code service-order.renewed} (replacement), {@code service-order.held} (message), {@code service-order.resumed}, {@code call.sent} and {@code call.answered} (system, step,
 *     generation; the answer also state, message), {@code work-order.dispatched} (unit, generation), {@code work-order.answered} (unit, state,
 *     message), {@code work-order.signed-off} and {@code work-order.returned} (message), {@code work-order.archived},
 *     {@code work-order.abandoned}, {@code work-order.skipped}, {@code work-order.expedite-asked}, {@code work-order.withdraw-asked},
 *     {@code work-order.recall-asked} (unit, message) and the same with {@code -settled} (unit, state, message),
 *     {@code fallout.opened} (system, step, errorClass, message, plan), {@code fallout.escalated} (role),
 *     {@code fallout.approved}, {@code fallout.not-approved} and {@code fallout.resolved} (resolution, message), {@code rollback.proposed}, {@code rollback.approved} and
 *     {@code rollback.not-approved} (message), {@code rollback.started} (count, message) or {@code rollback.ended} (state)
 * @param subject id of the service order, work order, fallout or rollback it is about
 * @param actor sign-on name of the person who did it, or null
 * @param params what its sentence names, for example {@code product}, {@code path}, {@code unit}, {@code system}, {@code state},
 *     {@code message}, {@code resolution}
 */
public record ProvisioningFact(
        String kind,
        String productOrderId,
        String subject,
        @Nullable String actor,
        Map<String, String> params) {}
