package esop.workflow.action;

import esop.web.BadRequestException;
import esop.web.Texts;
import esop.workflow.action.ActionList.Action;
import esop.workflow.inbox.Task;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tasks/{id}")
class ActionController {

    private static final int MOST_PEOPLE = 20;

    private final ActionList actions;
    private final Delegations delegations;
    private final Opinions opinions;
    private final Returns returns;
    private final TakeBacks takeBacks;
    private final Copies copies;
    private final TaskUrges urges;
    private final FollowUps followUps;

    ActionController(
            ActionList actions,
            Delegations delegations,
            Opinions opinions,
            Returns returns,
            TakeBacks takeBacks,
            Copies copies,
            TaskUrges urges,
            FollowUps followUps) {
        this.actions = actions;
        this.delegations = delegations;
        this.opinions = opinions;
        this.returns = returns;
        this.takeBacks = takeBacks;
        this.copies = copies;
        this.urges = urges;
        this.followUps = followUps;
    }

    @GetMapping("/actions")
    List<Action> actions(@PathVariable String id) {
        return actions.of(id);
    }

    @PostMapping("/delegate")
    Task delegate(@PathVariable String id, @RequestBody Delegation body) {
        if (body.to() == null || body.to().isBlank()) {
            throw new BadRequestException("to", Texts.get("web.missing"));
        }
        return delegations.delegate(id, body.to(), Reasons.given("reason", body.reason()), body.revision());
    }

    @PostMapping("/resolve")
    Task resolve(@PathVariable String id, @RequestBody(required = false) @Nullable Resolution body) {
        var said = body == null ? new Resolution(null, null) : body;
        return delegations.resolve(id, Reasons.given("answer", said.answer()), said.revision());
    }

    @GetMapping("/opinions")
    List<Opinion> opinions(@PathVariable String id) {
        return opinions.of(id);
    }

    @PostMapping("/opinions")
    Task ask(@PathVariable String id, @RequestBody Question body) {
        var place = body.place() == null ? "" : body.place();
        return opinions.ask(
                id, place, people("of", body.of()), Reasons.needed("question", body.question()), body.revision());
    }

    @PostMapping("/opinions/{opinion}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, @PathVariable String opinion, @RequestBody Why body) {
        opinions.withdraw(id, opinion, Reasons.needed("reason", body.reason()));
    }

    @PostMapping("/return")
    Task back(@PathVariable String id, @RequestBody Return body) {
        if (body.toActivity() == null || body.toActivity().isBlank()) {
            throw new BadRequestException("toActivity", Texts.get("web.missing"));
        }
        return returns.back(id, body.toActivity(), Reasons.needed("reason", body.reason()), body.revision());
    }

    @PostMapping("/take-back")
    Task takeBack(@PathVariable String id, @RequestBody Why body) {
        return takeBacks.takeBack(id, Reasons.needed("reason", body.reason()));
    }

    @PostMapping("/cc")
    Task copy(@PathVariable String id, @RequestBody Copy body) {
        return copies.send(id, people("to", body.to()), Reasons.given("note", body.note()));
    }

    @PostMapping("/urge")
    Task urge(@PathVariable String id, @RequestBody(required = false) @Nullable Urge body) {
        return urges.urge(id, body == null ? null : Reasons.given("note", body.note()));
    }

    @PostMapping("/follow-up")
    Task followUp(@PathVariable String id, @RequestBody FollowUp body) {
        return followUps.putOff(id, body.on(), Reasons.given("reason", body.reason()), body.revision());
    }

    private static List<String> people(String field, @Nullable List<String> ids) {
        if (ids == null || ids.isEmpty() || ids.stream().anyMatch(id -> id == null || id.isBlank())) {
            throw new BadRequestException(field, Texts.get("web.missing"));
        }
        if (ids.size() > MOST_PEOPLE) {
            throw new BadRequestException(field, Texts.get("workflow.task.too-many", MOST_PEOPLE));
        }
        return ids;
    }

    record Delegation(
            @Nullable String to,
            @Nullable String reason,
            @Nullable Integer revision) {}

    record Resolution(@Nullable String answer, @Nullable Integer revision) {}

    record Question(
            @Nullable String place,
            @Nullable List<String> of,
            @Nullable String question,
            @Nullable Integer revision) {}

    record Return(
            @Nullable String toActivity,
            @Nullable String reason,
            @Nullable Integer revision) {}

    record Why(@Nullable String reason) {}

    record Copy(@Nullable List<String> to, @Nullable String note) {}

    record Urge(@Nullable String note) {}

    record FollowUp(
            @Nullable LocalDate on,
            @Nullable String reason,
            @Nullable Integer revision) {}
}
