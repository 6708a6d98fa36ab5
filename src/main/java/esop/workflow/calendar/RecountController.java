package esop.workflow.calendar;

import esop.web.CsvFile;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.calendar.CalendarPages.RecountView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a changed calendar has moved, as far as it has come. */
@RestController
@RequestMapping("/api/calendar-recounts")
class RecountController {

    private final RecountRepository repository;
    private final CalendarPages pages;

    RecountController(RecountRepository repository, CalendarPages pages) {
        this.repository = repository;
        this.pages = pages;
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public RecountView one(@PathVariable long id) {
        return pages.view(find(id));
    }

    @GetMapping("/{id}/changes")
    @Transactional(readOnly = true)
    public Page<RecountChange> changes(@PathVariable long id, Paging paging) {
        return repository.changes(find(id).id(), paging);
    }

    @GetMapping("/{id}/export")
    @Transactional(readOnly = true)
    public void export(@PathVariable long id, HttpServletResponse response) throws IOException {
        var recount = find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("due-times-" + recount.calendar() + "-" + recount.revision() + ".csv")
                        .build()
                        .toString());
        try (var file = new CsvFile(response.getOutputStream())) {
            file.row(List.of(Texts.get("workflow.calendar.columns").split(",")));
            repository.each(id, change -> file.row(cells(change)));
        }
    }

    private static List<String> cells(RecountChange change) {
        return List.of(
                change.taskId(),
                Texts.isEnglish() ? change.nameEn() : change.name(),
                Objects.toString(change.subject(), ""),
                Objects.toString(change.customer(), ""),
                change.city(),
                ClockEvents.due(change.was()),
                change.due() == null ? "" : ClockEvents.due(change.due()),
                change.problem() == null ? "" : Texts.get("workflow.calendar.problem." + change.problem()));
    }

    private Recount find(long id) {
        return repository
                .find(id)
                .orElseThrow(
                        () -> new UnknownException(Texts.get("workflow.calendar.recount-unknown", Long.toString(id))));
    }
}
