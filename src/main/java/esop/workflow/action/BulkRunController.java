package esop.workflow.action;

import esop.web.Page;
import esop.web.Paging;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One action on up to 5,000 tasks, with progress, a result for each, and a way to stop it. */
@RestController
@RequestMapping("/api/tasks/bulk-runs")
class BulkRunController {

    private final BulkRuns runs;

    BulkRunController(BulkRuns runs) {
        this.runs = runs;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    BulkRun start(@RequestBody NewRun wanted) {
        var wish = BulkAction.of(wanted.action(), wanted.to(), wanted.reason(), wanted.data(), wanted.on());
        return runs.start(wish, wanted.ids());
    }

    /** One's own that are under way, newest first. */
    @GetMapping
    List<BulkRun> unfinished() {
        return runs.unfinished();
    }

    @GetMapping("/{id}")
    BulkRun run(@PathVariable long id) {
        return runs.find(id);
    }

    @GetMapping("/{id}/items")
    Page<BulkRun.Item> items(
            @PathVariable long id, @RequestParam(required = false) @Nullable String state, Paging paging) {
        return runs.items(id, state, paging);
    }

    @PostMapping("/{id}/stop")
    BulkRun stop(@PathVariable long id) {
        return runs.stop(id);
    }

    /** As of {@code /api/tasks/bulk}. */
    record NewRun(
            @Nullable String action,
            @Nullable List<String> ids,
            @Nullable String to,
            @Nullable String reason,
            @Nullable Map<String, Object> data,
            @Nullable LocalDate on) {}
}
