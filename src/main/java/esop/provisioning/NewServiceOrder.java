package esop.provisioning;

import esop.systems.Ordered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decomposition asks for.
 *
 * @param action {@code add}, {@code modify} or {@code delete}
 * @param level dependency level from 0; a level starts when every lower one has ended
 * @param dependsOn ids of service orders of lower levels
 * @param priority TMF: 0 is the most urgent, 4 the least
 * @param serviceRequestId what of the customer it answers, for example an intake
 */
public record NewServiceOrder(
        String id,
        String productOrderId,
        String orderItemId,
        String city,
        String customerId,
        String customerName,
        String customerLevel,
        String product,
        String action,
        int level,
        List<String> dependsOn,
        Instant requestedCompletion,
        int priority,
        Map<String, Object> characteristics,
        @Nullable String serviceRequestId) {

    Ordered wanted(Instant by) {
        return new Ordered(city, product, action, customerId, by, priority, characteristics);
    }

    /** The same under another id. */
    NewServiceOrder as(String otherId) {
        return new NewServiceOrder(
                otherId,
                productOrderId,
                orderItemId,
                city,
                customerId,
                customerName,
                customerLevel,
                product,
                action,
                level,
                dependsOn,
                requestedCompletion,
                priority,
                characteristics,
                serviceRequestId);
    }

    NewServiceOrder with(Map<String, Object> corrected) {
        return new NewServiceOrder(
                id,
                productOrderId,
                orderItemId,
                city,
                customerId,
                customerName,
                customerLevel,
                product,
                action,
                level,
                dependsOn,
                requestedCompletion,
                priority,
                corrected,
                serviceRequestId);
    }
}
