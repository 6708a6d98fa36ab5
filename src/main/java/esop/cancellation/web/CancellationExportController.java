package esop.cancellation.web;

import esop.cancellation.Cancellations;
import esop.cancellation.Line;
import esop.cancellation.ServiceCancellation;
import esop.identity.CurrentPerson;
import esop.web.ExportFiles;
import esop.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list as a file, as many rows as there are; money in yuan. */
@RestController
class CancellationExportController {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS = List.of(
            "id",
            "state",
            "customerId",
            "customerName",
            "city",
            "products",
            "subscriptions",
            "agreements",
            "reason",
            "day",
            "penalty",
            "waived",
            "due",
            "charged",
            "owner",
            "created",
            "createdBy",
            "ended",
            "orderId");

    private final Cancellations cancellations;
    private final CurrentPerson currentPerson;
    private final ExportFiles files;

    CancellationExportController(Cancellations cancellations, CurrentPerson currentPerson, ExportFiles files) {
        this.cancellations = cancellations;
        this.currentPerson = currentPerson;
        this.files = files;
    }

    @GetMapping("/api/cancellations/export")
    @Transactional(readOnly = true)
    public void export(
            @RequestParam(defaultValue = "csv") String format, CancellationQuery query, HttpServletResponse response)
            throws IOException {
        var filter = query.filter(currentPerson.get());
        try (var file = files.begin(format, "cancellations", Texts.get("cancellation.export.sheet"), response)) {
            file.row(COLUMNS.stream()
                    .map(column -> Texts.get("cancellation.export." + column))
                    .toList());
            cancellations.each(filter, one -> file.row(row(one)));
        }
    }

    private static List<String> row(ServiceCancellation one) {
        var entry = one.entry();
        return Stream.of(
                        one.id(),
                        Texts.get("cancellation.state." + one.state().word()),
                        entry.customerId(),
                        entry.customerName(),
                        Texts.get("cancellation.city." + entry.city()),
                        each(one, line -> Texts.isEnglish() ? line.productNameEn() : line.productName()),
                        each(one, Line::subscription),
                        each(
                                one,
                                line -> line.bound() == null
                                        ? null
                                        : line.bound().agreement()),
                        entry.reason(),
                        entry.day().toString(),
                        yuan(one.penalty()),
                        yuan(one.settlement().waived()),
                        yuan(one.due()),
                        yuan(one.settlement().charged()),
                        entry.ownerName(),
                        minute(entry.created()),
                        entry.creatorName(),
                        minute(one.ended()),
                        one.orderId())
                .map(cell -> cell == null ? "" : cell)
                .toList();
    }

    private static String each(ServiceCancellation one, Function<Line, @Nullable String> what) {
        return one.lines().stream()
                .map(what)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static @Nullable String yuan(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static @Nullable String minute(@Nullable Instant instant) {
        return instant == null ? null : MINUTES.format(instant.atZone(PROVINCE));
    }
}
