package esop.ordering.web;

import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.provisioning.Risks;
import esop.web.ExportFiles;
import esop.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The order list as a file, all matching rows, written as they are read. */
@RestController
class OrderExportController {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

    private final Ordering ordering;
    private final Risks risks;
    private final ExportFiles files;
    private final Clock clock;

    OrderExportController(Ordering ordering, Risks risks, ExportFiles files, Clock clock) {
        this.ordering = ordering;
        this.risks = risks;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/api/orders/export")
    @Transactional(readOnly = true)
    public void export(
            @RequestParam(defaultValue = "csv") String format, OrderQuery query, HttpServletResponse response)
            throws IOException {
        var filter = query.filter(risks);
        var columns = new OrderColumns(Texts.current(), PROVINCE, clock.instant());
        try (var file = files.begin(format, "orders", Texts.get("ordering.export.sheet"), response)) {
            file.row(columns.headings());
            ordering.each(filter, (ProductOrder order) -> file.row(columns.of(order)));
        }
    }
}
