package esop.ordering.web;

import esop.ordering.ProductOrder;
import esop.web.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of an exported order list, in the reader's language and the province's time. */
record OrderColumns(Locale locale, ZoneId zone, Instant now) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    List<String> headings() {
        return Stream.of(
                        "id",
                        "state",
                        "category",
                        "customerId",
                        "customerName",
                        "customerLevel",
                        "city",
                        "products",
                        "priority",
                        "created",
                        "createdBy",
                        "requestedDate",
                        "due",
                        "late",
                        "completed",
                        "progress",
                        "note")
                .map(column -> Texts.in(locale, "ordering.export." + column))
                .toList();
    }

    List<String> of(ProductOrder order) {
        var entry = order.entry();
        return List.of(
                order.id(),
                Words.in(locale, "state", order.state().word()),
                Words.in(locale, "category", entry.category()),
                entry.customerId(),
                entry.customerName(),
                entry.customerLevel(),
                Words.in(locale, "city", entry.city()),
                order.items().stream().map(this::product).collect(Collectors.joining("; ")),
                Integer.toString(entry.priority()),
                time(entry.created()),
                entry.receiverName(),
                entry.requestedDate() == null ? "" : entry.requestedDate().toString(),
                time(entry.due()),
                Texts.in(locale, order.late(now) ? "ordering.export.yes" : "ordering.export.no"),
                time(order.progress().completed()),
                order.progress().serviceOrdersEnded() + "/" + order.progress().serviceOrders(),
                entry.note() == null ? "" : entry.note());
    }

    private String product(ProductOrder.Item item) {
        var name = locale == Texts.ENGLISH ? item.offeringNameEn() : item.offeringName();
        return Words.in(locale, "action", item.action()) + " " + name
                + (item.quantity() > 1 ? " ×" + item.quantity() : "");
    }

    private String time(@Nullable Instant instant) {
        return instant == null ? "" : MINUTES.format(instant.atZone(zone));
    }
}
