package esop.provisioning.web;

import esop.web.Texts;
import java.util.List;
import java.util.stream.Stream;

/** The columns of an exported list of work orders. */
final class WorkOrderColumns {

    private WorkOrderColumns() {}

    static List<String> headings() {
        return Stream.of(
                        "id",
                        "order",
                        "serviceOrder",
                        "description",
                        "type",
                        "customer",
                        "city",
                        "place",
                        "unit",
                        "state",
                        "priority",
                        "dispatcher",
                        "created",
                        "dispatched",
                        "executed",
                        "completed",
                        "due",
                        "feedback",
                        "review",
                        "reviewer")
                .map(column -> Texts.get("provisioning.work-order.export." + column))
                .toList();
    }

    static List<String> of(WorkOrderPage row) {
        return List.of(
                row.id(),
                row.orderId(),
                row.serviceOrderId(),
                row.description(),
                Texts.get("provisioning.work-order.type." + row.type()),
                row.customerName(),
                row.city(),
                Cells.text(row.place()),
                row.unit(),
                Texts.get("provisioning.work-order.stage." + row.stage()),
                Integer.toString(row.priority()),
                row.dispatcher(),
                Cells.time(row.created()),
                Cells.time(row.dispatched()),
                Cells.time(row.executed()),
                Cells.time(row.completed()),
                Cells.time(row.due()),
                Cells.text(row.feedback()),
                Cells.text(row.review()),
                Cells.text(row.reviewer()));
    }
}
