package esop.provisioning.web;

import esop.web.Texts;
import java.util.List;
import java.util.stream.Stream;

/** The columns of an exported list of fallouts, in the reader's language and the province's time. */
final class FalloutColumns {

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
                Cells.text(row.workOrderId()),
                row.customerName(),
                row.city(),
                row.product(),
                row.system(),
                row.step(),
                row.errorClass(),
                Cells.text(row.message()),
                row.fingerprint(),
                Texts.get("provisioning.export.state." + row.state()),
                Cells.time(row.created()),
                Cells.time(row.due()),
                Integer.toString(row.attempts()),
                Cells.text(row.resolution()),
                Cells.text(row.note()),
                Cells.text(row.resolver()),
                Cells.time(row.resolved()));
    }
}
