package esop.workflow.calendar;

import esop.workflow.calendar.CalendarChanges.NewCalendar;
import esop.workflow.calendar.CalendarChanges.Preview;
import esop.workflow.calendar.CalendarPages.Page;
import esop.workflow.calendar.CalendarPages.Row;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Working calendars; in years that are not loaded Monday to Friday count as working days. */
@RestController
@RequestMapping("/api/calendars")
class CalendarController {

    private static final String ICALENDAR = "text/calendar";

    private final CalendarPages pages;
    private final CalendarChanges changes;
    private final CalendarRepository repository;
    private final Clock clock;

    CalendarController(CalendarPages pages, CalendarChanges changes, CalendarRepository repository, Clock clock) {
        this.pages = pages;
        this.changes = changes;
        this.repository = repository;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public List<Row> all() {
        return pages.all();
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public Page one(@PathVariable String id) {
        return pages.page(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public Page add(@RequestBody NewCalendar wanted) {
        changes.add(wanted);
        return pages.page(String.valueOf(wanted.id()));
    }

    /** What saving the draft would move; nothing is saved. */
    @PostMapping("/{id}/preview")
    public Preview preview(@PathVariable String id, @RequestBody CalendarDraft draft) {
        return changes.preview(id, draft);
    }

    @PutMapping("/{id}")
    @Transactional
    public Page change(@PathVariable String id, @RequestBody CalendarDraft draft) {
        changes.change(id, draft);
        return pages.page(id);
    }

    /** What an iCalendar file says; nothing is saved. */
    @PostMapping(value = "/{id}/import", consumes = ICALENDAR)
    @Transactional(readOnly = true)
    public HolidayFile.Report read(@PathVariable String id, @RequestBody byte[] file) {
        changes.find(id);
        return HolidayFile.read(file, clock.instant());
    }

    @GetMapping(value = "/{id}/export", produces = ICALENDAR)
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> export(@PathVariable String id) {
        var calendar = changes.find(id);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".ics")
                                .build()
                                .toString())
                .body(HolidayExport.write(calendar, repository.content(id), clock.instant()));
    }
}
