package esop.workflow.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.web.BadRequestException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.workflow.inbox.Comments.Comment;
import esop.workflow.inbox.TaskPeople.Purpose;
import java.util.Arrays;
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

@RestController
@RequestMapping("/api/tasks")
class TaskController {

    /** Of what is done nobody needs a number. */
    private static final List<TaskCounts.Wanted> COUNTED = Arrays.stream(TaskView.values())
            .filter(view -> view != TaskView.DONE)
            .map(view -> new TaskCounts.Wanted(view.word(), view, TaskFilter.NONE))
            .toList();

    private final CurrentPerson currentPerson;
    private final TaskList list;
    private final SubstituteTasks substituted;
    private final TaskCounts counts;
    private final Inbox inbox;
    private final Comments comments;
    private final TaskAccess access;
    private final TaskPeople people;
    private final People team;

    TaskController(
            CurrentPerson currentPerson,
            TaskList list,
            SubstituteTasks substituted,
            TaskCounts counts,
            Inbox inbox,
            Comments comments,
            TaskAccess access,
            TaskPeople people,
            People team) {
        this.currentPerson = currentPerson;
        this.list = list;
        this.substituted = substituted;
        this.counts = counts;
        this.inbox = inbox;
        this.comments = comments;
        this.access = access;
        this.people = people;
        this.team = team;
    }

    @GetMapping
    Page<Task> tasks(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String assignee,
            Paging paging) {
        var filter = new TaskFilter(process, q, customer, due, assignee);
        return SubstituteTasks.VIEW.equals(view)
                ? substituted.page(currentPerson.get(), filter, paging)
                : list.page(currentPerson.get(), TaskView.of(view), filter, paging);
    }

    /** How many lie in each view; one more than {@code limit} where there are more. */
    @GetMapping("/counts")
    Counts counts() {
        var person = currentPerson.get();
        var leads = team.leads(person.id());
        var found = counts.of(
                person,
                COUNTED.stream()
                        .filter(one -> leads || one.view() != TaskView.TEAM)
                        .toList());
        return new Counts(
                count(found, TaskView.MINE),
                count(found, TaskView.GROUP),
                count(found, TaskView.ALL),
                count(found, TaskView.OVERDUE),
                count(found, TaskView.LATER),
                count(found, TaskView.STARTED),
                count(found, TaskView.CC),
                found.get(TaskView.TEAM.word()),
                substituted.count(person, counts.limit()),
                counts.limit());
    }

    private static long count(Map<String, Long> found, TaskView view) {
        return found.getOrDefault(view.word(), 0L);
    }

    /**
     * @param team null where nobody is below
     * @param substituted null where one stands in for nobody
     */
    record Counts(
            long mine,
            long group,
            long all,
            long overdue,
            long later,
            long started,
            long cc,
            @Nullable Long team,
            @Nullable Long substituted,
            long limit) {}

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
    Task unclaim(@PathVariable String id, @RequestBody(required = false) @Nullable PutBack body) {
        var said = body == null ? new PutBack(null, null) : body;
        return inbox.unclaim(id, said.reason(), said.revision());
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
        return inbox.assign(id, assignment.to(), assignment.reason(), assignment.revision());
    }

    @GetMapping("/{id}/comments")
    List<Comment> comments(@PathVariable String id) {
        return comments.of(id);
    }

    @PostMapping("/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Comment comment(@PathVariable String id, @RequestBody Said said) {
        return comments.add(id, said.text(), said.mentions());
    }

    /** Whom one may name when acting on this task. */
    @GetMapping("/{id}/people")
    List<Colleague> people(
            @PathVariable String id,
            @RequestParam(defaultValue = "work") String purpose,
            @RequestParam(defaultValue = "") String q) {
        var named = Arrays.stream(Purpose.values())
                .filter(value -> value.name().toLowerCase().equals(purpose))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("purpose", Texts.get("workflow.task.unknown-purpose")));
        return access.within(person -> people.offered(access.visible(id, person), person, named, q).stream()
                .map(found -> new Colleague(found.id(), found.name(), found.organization()))
                .toList());
    }

    record Form(JsonNode schema, JsonNode data, int revision) {}

    record Seen(@Nullable Integer revision) {
        static @Nullable Integer revision(@Nullable Seen seen) {
            return seen == null ? null : seen.revision();
        }
    }

    record PutBack(@Nullable String reason, @Nullable Integer revision) {}

    record Filled(
            @Nullable Map<String, Object> data, @Nullable Integer revision) {}

    record Assignment(
            @Nullable String to,
            @Nullable String reason,
            @Nullable Integer revision) {}

    record Said(@Nullable String text, @Nullable List<String> mentions) {}

    record Colleague(String id, String name, String organization) {}
}
