package esop.provisioning.web;

import esop.web.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of an exported list of fallouts, in the reader's language and the province's time. */
final class FalloutColumns {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private FalloutColumns() {}

    static List<String> headings() {
        return Stream.of(
                        "id",
                        "order",
                        "serviceOrder",
                        "workOrder",
                        "customer",
                        "city",
                        "product",
                        "system",
                        "step",
                        "errorClass",
                        "message",
                        "fingerprint",
                        "state",
                        "created",
                        "due",
                        "attempts",
                        "resolution",
                        "note",
                        "resolver",
                        "resolved")
                .map(column -> Texts.get("provisioning.export." + column))
                .toList();
    }

    static List<String> of(FalloutRow row) {
        return List.of(
                row.id(),
                row.orderId(),
                row.serviceOrderId(),
                text(row.workOrderId()),
                row.customerName(),
                row.city(),
                row.product(),
                row.system(),
                row.step(),
                row.errorClass(),
                text(row.message()),
                row.fingerprint(),
                Texts.get("provisioning.export.state." + row.state()),
                time(row.created()),
                time(row.due()),
                Integer.toString(row.attempts()),
                text(row.resolution()),
                text(row.note()),
                text(row.resolver()),
                time(row.resolved()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : MINUTES.format(instant);
    }
}
