package esop.workflow.notice;

import esop.identity.CurrentPerson;
import esop.web.Page;
import esop.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own notices. */
@RestController
@RequestMapping("/api/notices")
class NoticeController {

    private final CurrentPerson currentPerson;
    private final NoticeRows rows;

    NoticeController(CurrentPerson currentPerson, NoticeRows rows) {
        this.currentPerson = currentPerson;
        this.rows = rows;
    }

    @GetMapping
    Page<Notice> notices(@RequestParam(defaultValue = "false") boolean unseen, Paging paging) {
        return rows.page(currentPerson.get(), unseen, paging);
    }

    @GetMapping("/counts")
    Counts counts() {
        return new Counts(rows.unseen(currentPerson.get()));
    }

    @PostMapping("/{id}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@PathVariable long id) {
        rows.see(currentPerson.get(), id);
    }

    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void allSeen() {
        rows.seeAll(currentPerson.get());
    }

    record Counts(long unseen) {}
}
