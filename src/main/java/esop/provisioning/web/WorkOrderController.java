package esop.provisioning.web;

import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/work-orders")
class WorkOrderController {

    private final WorkOrderPages pages;

    WorkOrderController(WorkOrderPages pages) {
        this.pages = pages;
    }

    /**
     * @param q beginning of a work order's, service order's or order's id
     * @param stage our word, for example {@code done} for what awaits its sign-off
     */
    @GetMapping
    @Transactional(readOnly = true)
    Page<WorkOrderPage> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String orderId,
            @RequestParam(defaultValue = "false") boolean late,
            Paging paging) {
        var filter = new Filter()
                .equal("state", "stage", stage)
                .equal("unit", "unit", unit)
                .equal("city", "city", city)
                .equal("product_order_id", "orderId", orderId);
        if (!q.isBlank()) {
            filter.and(
                    "(starts_with(id, :q) OR starts_with(service_order_id, :q) OR starts_with(product_order_id, :q))",
                    "q",
                    q.strip());
        }
        if (late) {
            filter.and("due < now() AND completed IS NULL");
        }
        return pages.list(filter, paging);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    WorkOrderPage one(@PathVariable String id) {
        return pages.find(id).orElseThrow(() -> new UnknownException(Texts.get("provisioning.unknown-work-order", id)));
    }
}
