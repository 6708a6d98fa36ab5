package esop.ordering.web;

import esop.ordering.ProductOrder;
import esop.ordering.ProductOrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order in a list. */
record OrderRow(
        String id,
        ProductOrderState state,
        String category,
        String customerId,
        String customerName,
        String customerLevel,
        String city,
        List<Product> products,
        @Nullable LocalDate requestedDate,
        Instant due,
        Instant created,
        String createdBy,
        String createdByName,
        @Nullable Instant completed,
        int priority,
        boolean late,
        @Nullable Forecast risk,
        Progress progress,
        boolean held,
        int revision) {

    record Product(String offeringId, String name, String nameEn, String action) {}

    /** Service orders that have ended, of all. */
    record Progress(int done, int total) {}

    /** @param risk by what is usual, null where it will be in time */
    static OrderRow of(ProductOrder order, @Nullable Forecast risk, Instant now) {
        var entry = order.entry();
        return new OrderRow(
                order.id(),
                order.state(),
                entry.category(),
                entry.customerId(),
                entry.customerName(),
                entry.customerLevel(),
                entry.city(),
                order.items().stream()
                        .map(item -> new Product(
                                item.offeringId(), item.offeringName(), item.offeringNameEn(), item.action()))
                        .toList(),
                entry.requestedDate(),
                entry.due(),
                entry.created(),
                entry.receiver(),
                entry.receiverName(),
                order.progress().completed(),
                entry.priority(),
                order.late(now),
                order.state().isFinal() ? null : risk,
                new Progress(
                        order.progress().serviceOrdersEnded(), order.progress().serviceOrders()),
                order.state() == ProductOrderState.HELD,
                order.revision());
    }
}
