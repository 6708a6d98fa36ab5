package esop.provisioning.web;

import esop.provisioning.WorkOrderState;
import esop.web.CsvFile;
import esop.web.Page;
import esop.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/work-orders")
class WorkOrderController {

    private final WorkOrderPages pages;

    WorkOrderController(WorkOrderPages pages) {
        this.pages = pages;
    }

    /**
     * What may be asked of the list.
     *
     * @param q part of a work order's, service order's or order's id, or of a customer's name
     * @param stage our word, for example {@code done} for what awaits its sign-off
     * @param type {@code construction}, {@code opening} or {@code installation}
     * @param open only what has not ended
     * @param atRisk only what will not be done in time by what is usual
     * @param failing only what a fallout is open about
     */
    record Query(
            @Nullable String q,
            @Nullable String stage,
            @Nullable String type,
            @Nullable String unit,
            @Nullable String city,
            @Nullable String orderId,
            @Nullable Boolean open,
            @Nullable Boolean late,
            @Nullable Boolean atRisk,
            @Nullable Boolean failing) {

        Filter filter(WorkOrderPages pages) {
            var filter = new Filter()
                    .equal(WorkOrderState.STAGE, "stage", stage)
                    .equal("state", "state", WorkOrderState.WITHDRAWING.equals(stage) ? null : stage)
                    .equal("type", "type", type)
                    .equal("unit", "unit", unit)
                    .equal("city", "city", city)
                    .equal("product_order_id", "orderId", orderId);
            if (q != null && !q.isBlank()) {
                pages.search(filter, q.strip());
            }
            if (Boolean.TRUE.equals(open)) {
                filter.and("completed IS NULL AND state <> 'archived'");
            }
            if (Boolean.TRUE.equals(late)) {
                filter.and("due < now() AND completed IS NULL");
            }
            if (Boolean.TRUE.equals(atRisk)) {
                filter.and("""
                        due > now() AND completed IS NULL
                            AND EXISTS (SELECT 1 FROM provisioning.at_risk risk WHERE risk.subject = work_order.id)""");
            }
            if (Boolean.TRUE.equals(failing)) {
                filter.and("""
                        EXISTS (SELECT 1 FROM provisioning.fallout f
                                 WHERE f.work_order_id = work_order.id AND f.state = 'open')""");
            }
            return filter;
        }
    }

    @GetMapping
    @Transactional(readOnly = true)
    Page<WorkOrderPage> list(Query query, Paging paging) {
        return pages.list(query.filter(pages), paging);
    }

    /** The list as a file, all matching rows. */
    @GetMapping("/export")
    @Transactional(readOnly = true)
    void export(Query query, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"work-orders.csv\"");
        response.setContentType("text/csv;charset=UTF-8");
        try (var file = new CsvFile(response.getOutputStream())) {
            file.row(WorkOrderColumns.headings());
            pages.each(query.filter(pages), row -> file.row(WorkOrderColumns.of(row)));
        }
    }
}
