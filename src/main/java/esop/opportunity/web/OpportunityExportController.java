package esop.opportunity.web;

import esop.identity.CurrentPerson;
import esop.opportunity.Opportunities;
import esop.opportunity.SalesOpportunity;
import esop.web.ExportFiles;
import esop.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list as a file, as many rows as there are. */
@RestController
class OpportunityExportController {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "state",
            "stage",
            "age",
            "customerId",
            "customerName",
            "city",
            "industry",
            "contactName",
            "source",
            "executing",
            "owner",
            "campaign",
            "acquired",
            "expectedRevenue",
            "deadline",
            "products",
            "created",
            "createdBy",
            "orderId",
            "agreementEnds",
            "reason");

    private final Opportunities opportunities;
    private final OpportunityPages pages;
    private final CurrentPerson currentPerson;
    private final ExportFiles files;
    private final Clock clock;

    OpportunityExportController(
            Opportunities opportunities,
            OpportunityPages pages,
            CurrentPerson currentPerson,
            ExportFiles files,
            Clock clock) {
        this.opportunities = opportunities;
        this.pages = pages;
        this.currentPerson = currentPerson;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/api/opportunities/export")
    @Transactional(readOnly = true)
    public void export(
            @RequestParam(defaultValue = "csv") String format, OpportunityQuery query, HttpServletResponse response)
            throws IOException {
        var filter = query.filter(currentPerson.get());
        var locale = Texts.current();
        try (var file = files.begin(format, "opportunities", Texts.get("opportunity.export.sheet"), response)) {
            file.row(COLUMNS.stream()
                    .map(column -> Texts.in(locale, "opportunity.export." + column))
                    .toList());
            opportunities.each(filter, (SalesOpportunity one) -> file.row(row(one, locale)));
        }
    }

    private List<String> row(SalesOpportunity one, Locale locale) {
        var entry = one.entry();
        var stage = one.stage();
        return Stream.of(
                        one.id(),
                        entry.name(),
                        Words.in(locale, "state", one.state().word()),
                        stage == null ? null : Words.in(locale, "stage", stage.word()),
                        Integer.toString(pages.ageDays(one, clock.instant())),
                        entry.customerId(),
                        entry.customerName(),
                        Words.in(locale, "city", entry.city()),
                        entry.industry(),
                        entry.contactName(),
                        Words.in(locale, "channel", entry.source()),
                        one.owner().executing() == null
                                ? null
                                : Words.in(
                                        locale,
                                        "channel",
                                        String.valueOf(one.owner().executing())),
                        one.owner().personName(),
                        entry.campaign(),
                        entry.acquired().toString(),
                        entry.expectedRevenue().toPlainString(),
                        entry.deadline() == null ? null : entry.deadline().toString(),
                        String.join("; ", entry.offeringIds()),
                        MINUTES.format(entry.created().atZone(PROVINCE)),
                        entry.creatorName(),
                        one.orderId(),
                        Objects.toString(OpportunityPages.agreementEnds(one), null),
                        one.progress().reason())
                .map(OpportunityExportController::cell)
                .toList();
    }

    private static String cell(@Nullable String text) {
        return text == null ? "" : text;
    }
}
