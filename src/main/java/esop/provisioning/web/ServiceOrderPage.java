package esop.provisioning.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 服务定单信息 (ESOP 6.5.2): code, name, attributes, source, state, type and monitoring.
 *
 * @param source where it comes from, for example {@code product-order}
 * @param type {@code add}, {@code modify} or {@code delete}
 * @param late past its date and not ended
 * @param openFallout what holds it, if anything
 */
record ServiceOrderPage(
        String id,
        String name,
        Map<String, Object> characteristics,
        String source,
        String state,
        String type,
        String orderId,
        String orderItemId,
        String city,
        String customerId,
        String customerName,
        String product,
        int level,
        List<String> dependsOn,
        int priority,
        @Nullable String path,
        @Nullable String message,
        Instant due,
        boolean late,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant completed,
        @Nullable String openFallout,
        long revision,
        List<WorkOrderPage> workOrders) {}
