package esop.provisioning.web;

import esop.identity.CurrentPerson;
import esop.identity.CurrentRights;
import esop.identity.Rights;
import esop.provisioning.WorkOrderActions;
import esop.provisioning.WorkOrderActions.Allowed;
import esop.provisioning.WorkOrderReminders;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One work order, and what is asked of its unit while it works: 催单, 撤单, 拉回. */
@RestController
@RequestMapping("/api/work-orders/{id}")
class WorkOrderActionController {

    private final WorkOrderPages pages;
    private final ActionLog log;
    private final WorkOrderActions actions;
    private final WorkOrderReminders reminders;
    private final CurrentPerson currentPerson;
    private final CurrentRights currentRights;

    WorkOrderActionController(
            WorkOrderPages pages,
            ActionLog log,
            WorkOrderActions actions,
            WorkOrderReminders reminders,
            CurrentPerson currentPerson,
            CurrentRights currentRights) {
        this.pages = pages;
        this.log = log;
        this.actions = actions;
        this.reminders = reminders;
        this.currentPerson = currentPerson;
        this.currentRights = currentRights;
    }

    record Urge(@Nullable String note) {}

    record Stop(@Nullable String reason) {}

    record Reminder(@Nullable Instant at) {}

    @GetMapping
    @Transactional(readOnly = true)
    WorkOrderDetail one(@PathVariable String id) {
        return detail(id);
    }

    /** Tells the unit to hurry. */
    @PostMapping("/expedite")
    @Transactional
    public WorkOrderDetail expedite(@PathVariable String id, @RequestBody Urge urge) {
        actions.expedite(id, words(urge.note(), "note", "provisioning.action.words-missing"));
        return detail(id);
    }

    /** Asks the unit to stop; what it stops is given up. */
    @PostMapping("/withdraw")
    @Transactional
    public WorkOrderDetail withdrawWork(@PathVariable String id, @RequestBody Stop stop) {
        actions.withdraw(id, reason(stop));
        return detail(id);
    }

    /** Asks the unit to stop; what it stops is decided about anew. */
    @PostMapping("/recall")
    @Transactional
    public WorkOrderDetail recall(@PathVariable String id, @RequestBody Stop stop) {
        actions.recall(id, reason(stop));
        return detail(id);
    }

    /** 工单提醒设置: when it is reminded of. */
    @PutMapping("/reminder")
    @Transactional
    public WorkOrderDetail remind(@PathVariable String id, @RequestBody Reminder reminder) {
        reminders.set(id, reminder.at());
        return detail(id);
    }

    private static String reason(Stop stop) {
        return words(stop.reason(), "reason", "provisioning.action.reason-missing");
    }

    private static String words(@Nullable String text, String field, String refusal) {
        var words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.length() > WorkOrderActions.LONGEST_WORDS) {
            throw new InvalidException(field, Texts.get(refusal, WorkOrderActions.LONGEST_WORDS));
        }
        return words;
    }

    private WorkOrderDetail detail(String id) {
        var work = pages.find(id)
                .orElseThrow(() -> new UnknownException(Texts.get("provisioning.unknown-work-order", id)));
        return new WorkOrderDetail(work, allowed(id), log.of(id));
    }

    /** What stops work is not offered to whoever may only urge. */
    private List<Allowed> allowed(String id) {
        var modules =
                currentRights.of(currentPerson.get().id()).map(Rights::modules).orElse(Map.of());
        return actions.allowed(id).stream()
                .filter(action -> action.name().equals("expedite") || "write".equals(modules.get("fallouts")))
                .toList();
    }
}
