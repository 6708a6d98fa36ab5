package esop.provisioning;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decomposition asks for of a product that a customer is to subscribe to, to have changed, or to give up.
 *
 * @param action {@code add}, {@code modify} or {@code delete}
 * @param services ids of the service orders that open it
 * @param subscription which one is to be changed or ended; the newest where nothing is said
 */
public record NewSubscriptionOrder(
        String productOrderId,
        String orderItemId,
        String city,
        String customerId,
        String product,
        String action,
        Map<String, Object> characteristics,
        List<String> services,
        @Nullable String subscription) {}
