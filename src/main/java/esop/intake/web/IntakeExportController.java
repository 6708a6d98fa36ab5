package esop.intake.web;

import esop.identity.CurrentPerson;
import esop.intake.Channel;
import esop.intake.Intake;
import esop.intake.Intakes;
import esop.web.ExportFiles;
import esop.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list as a file, as many rows as there are; without telephone numbers. */
@RestController
class IntakeExportController {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "state",
            "customerId",
            "customerName",
            "city",
            "products",
            "need",
            "contact",
            "handling",
            "created",
            "createdBy",
            "told",
            "returns",
            "ended",
            "outcome",
            "result",
            "orderId",
            "opportunityId");

    private final Intakes intakes;
    private final CurrentPerson currentPerson;
    private final ExportFiles files;

    IntakeExportController(Intakes intakes, CurrentPerson currentPerson, ExportFiles files) {
        this.intakes = intakes;
        this.currentPerson = currentPerson;
        this.files = files;
    }

    @GetMapping("/api/intakes/export")
    @Transactional(readOnly = true)
    public void export(
            @RequestParam(defaultValue = "csv") String format, IntakeQuery query, HttpServletResponse response)
            throws IOException {
        var person = currentPerson.get();
        var filter = query.filter(person, Channel.of(person));
        var locale = Texts.current();
        try (var file = files.begin(format, "intakes", Texts.get("intake.export.sheet"), response)) {
            file.row(COLUMNS.stream()
                    .map(column -> Texts.in(locale, "intake.export." + column))
                    .toList());
            intakes.each(filter, intake -> file.row(row(intake, locale)));
        }
    }

    private static List<String> row(Intake intake, Locale locale) {
        var entry = intake.entry();
        var channels = intake.channels();
        var progress = intake.progress();
        var outcome = progress.outcome();
        return Stream.of(
                        intake.id(),
                        Words.in(locale, "kind", entry.kind().word()),
                        Words.in(locale, "state", intake.state().word()),
                        entry.customerId(),
                        entry.customerName(),
                        Words.in(locale, "city", entry.city()),
                        String.join("; ", entry.offeringIds()),
                        entry.need(),
                        Words.in(locale, "channel", channels.contact().word()),
                        Words.in(locale, "channel", channels.handling().word()),
                        minute(entry.created()),
                        entry.creatorName(),
                        minute(intake.told()),
                        Integer.toString(channels.returnedBy().size()),
                        minute(progress.ended()),
                        outcome == null ? null : Words.in(locale, "outcome", outcome.word()),
                        progress.result(),
                        progress.orderId(),
                        progress.opportunityId())
                .map(IntakeExportController::cell)
                .toList();
    }

    private static @Nullable String minute(@Nullable Instant instant) {
        return instant == null ? null : MINUTES.format(instant.atZone(PROVINCE));
    }

    private static String cell(@Nullable String text) {
        return text == null ? "" : text;
    }
}
