package esop.provisioning;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service order with its work orders, as an order's page shows it.
 *
 * @param replacedBy the one under which it was opened anew after it had been rolled back
 */
public record ServiceOrderView(
        String id,
        String productOrderId,
        String orderItemId,
        String product,
        String action,
        String state,
        @Nullable String path,
        int level,
        List<String> dependsOn,
        Instant due,
        Instant created,
        @Nullable Instant completed,
        @Nullable String message,
        @Nullable String replacedBy,
        Map<String, Object> characteristics,
        @Nullable String openFallout,
        Outlook outlook,
        List<WorkOrderView> workOrders) {

    private static final List<String> PROGRESS =
            List.of("generated", "dispatched", "executing", "withdrawing", "done", "archived");

    /** Of its work orders that were neither refused nor given up, how far the furthest is. */
    public Optional<String> furthestStage() {
        return workOrders.stream()
                .map(WorkOrderView::stage)
                .filter(PROGRESS::contains)
                .max(Comparator.comparingInt(PROGRESS::indexOf));
    }

    /**
     * @param state in TMF652's words
     * @param stage in ours: {@code generated}, {@code dispatched}, {@code executing}, {@code withdrawing}, {@code done} (awaits sign-off), {@code archived},
     *     {@code failed}, {@code refused}, {@code cancelled}
     * @param unit the unit or system that executes it, for example {@code eoms}
     */
    public record WorkOrderView(
            String id,
            String state,
            String stage,
            String unit,
            Instant due,
            Instant created,
            @Nullable Instant completed,
            @Nullable String feedback,
            @Nullable String openFallout,
            Outlook outlook) {}
}
