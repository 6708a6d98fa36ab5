package esop.workflow.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import esop.identity.CurrentPerson;
import esop.web.BadRequestException;
import esop.web.ConflictException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.inbox.Comments.Comment;
import esop.workflow.inbox.TaskList.Counts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tasks")
class TaskController {

    private static final int MOST_AT_ONCE = 200;

    private final CurrentPerson currentPerson;
    private final TaskList list;
    private final Inbox inbox;
    private final Comments comments;

    TaskController(CurrentPerson currentPerson, TaskList list, Inbox inbox, Comments comments) {
        this.currentPerson = currentPerson;
        this.list = list;
        this.inbox = inbox;
        this.comments = comments;
    }

    @GetMapping
    Page<Task> tasks(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String due,
            Paging paging) {
        var filter = new TaskFilter(process, q, customer, due);
        return list.page(currentPerson.get(), TaskView.of(view), filter, paging);
    }

    @GetMapping("/counts")
    Counts counts() {
        return list.counts(currentPerson.get());
    }

    @GetMapping("/{id}")
    Task task(@PathVariable String id) {
        return inbox.task(id);
    }

    @GetMapping("/{id}/form")
    Form form(@PathVariable String id) {
        var form = inbox.form(id);
        return new Form(form.schema(), form.data(), inbox.task(id).revision());
    }

    @PostMapping("/{id}/claim")
    Task claim(@PathVariable String id, @RequestBody(required = false) @Nullable Seen seen) {
        return inbox.claim(id, Seen.revision(seen));
    }

    @PostMapping("/{id}/unclaim")
    Task unclaim(@PathVariable String id, @RequestBody(required = false) @Nullable Seen seen) {
        return inbox.unclaim(id, Seen.revision(seen));
    }

    @PostMapping("/{id}/complete")
    Task complete(@PathVariable String id, @RequestBody Filled filled) {
        return inbox.complete(id, filled.data() == null ? Map.of() : filled.data(), filled.revision());
    }

    @PostMapping("/{id}/assign")
    Task assign(@PathVariable String id, @RequestBody Assignment assignment) {
        if (assignment.to() == null || assignment.to().isBlank()) {
            throw new BadRequestException("to", Texts.get("web.missing"));
        }
        return inbox.assign(id, assignment.to(), assignment.revision());
    }

    @GetMapping("/{id}/comments")
    List<Comment> comments(@PathVariable String id) {
        return comments.of(id);
    }

    @PostMapping("/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Comment comment(@PathVariable String id, @RequestBody Said said) {
        return comments.add(id, said.text());
    }

    @PostMapping("/bulk")
    Results bulk(@RequestBody Bulk bulk) {
        if (!"claim".equals(bulk.action()) && !"unclaim".equals(bulk.action())) {
            throw new BadRequestException("action", Texts.get("workflow.task.unknown-action"));
        }
        if (bulk.ids() == null || bulk.ids().size() > MOST_AT_ONCE) {
            throw new BadRequestException("ids", Texts.get("workflow.task.too-many", MOST_AT_ONCE));
        }
        return new Results(
                bulk.ids().stream().distinct().map(id -> one(bulk.action(), id)).toList());
    }

    /** Each item stands for itself: one that fails changes nothing about the others. */
    private Result one(String action, String id) {
        try {
            var task = action.equals("claim") ? inbox.claim(id, null) : inbox.unclaim(id, null);
            return new Result(task.id(), true, null);
        } catch (UnknownException | ConflictException refused) {
            return new Result(id, false, refused.getMessage());
        } catch (AccessDeniedException refused) {
            return new Result(id, false, Texts.get("web.detail.forbidden"));
        }
    }

    record Form(JsonNode schema, JsonNode data, int revision) {}

    record Seen(@Nullable Integer revision) {
        static @Nullable Integer revision(@Nullable Seen seen) {
            return seen == null ? null : seen.revision();
        }
    }

    record Filled(
            @Nullable Map<String, Object> data, @Nullable Integer revision) {}

    record Assignment(@Nullable String to, @Nullable Integer revision) {}

    record Said(@Nullable String text) {}

    record Bulk(@Nullable String action, @Nullable List<String> ids) {}

    record Results(List<Result> results) {}

    record Result(String id, boolean ok, @Nullable String detail) {}
}
