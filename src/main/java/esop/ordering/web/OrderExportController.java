package esop.ordering.web;

import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.web.BadRequestException;
import esop.web.CsvFile;
import esop.web.ExportFile;
import esop.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The order list as a file, all matching rows, written as they are read. */
@RestController
class OrderExportController {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

    private final Ordering ordering;
    private final Clock clock;

    OrderExportController(Ordering ordering, Clock clock) {
        this.ordering = ordering;
        this.clock = clock;
    }

    @GetMapping("/api/orders/export")
    @Transactional(readOnly = true)
    public void export(
            @RequestParam(defaultValue = "csv") String format, OrderQuery query, HttpServletResponse response)
            throws IOException {
        var filter = query.filter();
        var columns = new OrderColumns(Texts.current(), PROVINCE, clock.instant());
        try (var file = file(format, response)) {
            file.row(columns.headings());
            ordering.each(filter, (ProductOrder order) -> file.row(columns.of(order)));
        }
    }

    private ExportFile file(String format, HttpServletResponse response) throws IOException {
        var name = "orders-" + LocalDate.now(clock.withZone(PROVINCE)) + "." + format;
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        switch (format) {
            case "csv" -> {
                response.setContentType("text/csv;charset=UTF-8");
                return new CsvFile(response.getOutputStream());
            }
            case "xlsx" -> {
                response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
                return new ExcelFile(response.getOutputStream(), Texts.get("ordering.export.sheet"));
            }
            default -> {
                response.reset();
                throw new BadRequestException("format", Texts.get("ordering.export.format"));
            }
        }
    }
}
