package esop.audit.web;

import esop.audit.OrderAudit;
import esop.audit.OrderAudits;
import esop.catalog.Catalog;
import esop.identity.People;
import esop.web.ExportFiles;
import esop.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list as a file, as many rows as there are. */
@RestController
class AuditExportController {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final List<String> COLUMNS = List.of(
            "id",
            "state",
            "orderId",
            "customerId",
            "customerName",
            "city",
            "products",
            "differences",
            "open",
            "created",
            "compared",
            "ended");

    private final OrderAudits audits;
    private final Catalog catalog;
    private final People people;
    private final ExportFiles files;

    AuditExportController(OrderAudits audits, Catalog catalog, People people, ExportFiles files) {
        this.audits = audits;
        this.catalog = catalog;
        this.people = people;
        this.files = files;
    }

    @GetMapping("/api/order-audits/export")
    @Transactional(readOnly = true)
    public void export(
            @RequestParam(defaultValue = "csv") String format, AuditQuery query, HttpServletResponse response)
            throws IOException {
        var filter = query.filter();
        try (var file = files.begin(format, "order-audits", Texts.get("audit.export.sheet"), response)) {
            file.row(COLUMNS.stream()
                    .map(column -> Texts.get("audit.export." + column))
                    .toList());
            audits.each(filter, audit -> file.row(row(audit)));
        }
    }

    private List<String> row(OrderAudit audit) {
        return List.of(
                audit.id(),
                Texts.get("audit.state." + audit.state().word()),
                audit.orderId(),
                audit.customerId(),
                audit.customerName(),
                people.unitName(audit.city(), Texts.isEnglish()).orElse(audit.city()),
                audit.products().stream().map(this::product).collect(Collectors.joining("; ")),
                String.valueOf(audit.differences()),
                String.valueOf(audit.open()),
                minute(audit.created()),
                minute(audit.compared()),
                minute(audit.ended()));
    }

    private String product(String id) {
        return catalog.find(id)
                .map(offering -> offering.nameIn(Texts.current()))
                .orElse(id);
    }

    private static String minute(@Nullable Instant instant) {
        return instant == null ? "" : MINUTES.format(instant);
    }
}
