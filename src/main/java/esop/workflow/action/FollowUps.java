package esop.workflow.action;

import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.inbox.Task;
import esop.workflow.inbox.TaskAccess;
import esop.workflow.inbox.TaskAction;
import esop.workflow.inbox.TaskNotes;
import esop.workflow.inbox.TaskRules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 跟进日期: until that day nothing is to be done about a task. It stays in sight and its due time stays. */
@Component
class FollowUps {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_DAYS = 366;

    private final TaskAccess access;
    private final TaskRules rules;
    private final TaskNotes notes;
    private final TaskService engine;
    private final Clock clock;

    FollowUps(TaskAccess access, TaskRules rules, TaskNotes notes, TaskService engine, Clock clock) {
        this.access = access;
        this.rules = rules;
        this.notes = notes;
        this.engine = engine;
        this.clock = clock;
    }

    /** @param on null: now again */
    Task putOff(String id, @Nullable LocalDate on, @Nullable String reason, @Nullable Integer revision) {
        var today = clock.instant().atZone(PROVINCE).toLocalDate();
        if (on != null && (!on.isAfter(today) || on.isAfter(today.plusDays(LONGEST_DAYS)))) {
            throw new InvalidException("on", Texts.get("workflow.action.follow-up-day"));
        }
        return access.change(id, (task, person) -> {
            OpinionEntries.refuse(task);
            access.refuseIfAnothers(task, person);
            access.refuseIfStale(task, revision);
            rules.require(task, access.actsAs(task, person), TaskAction.FOLLOW_UP);
            var stored = engine.createTaskQuery().taskId(id).singleResult();
            stored.setFollowUpDate(
                    on == null ? null : Date.from(on.atStartOfDay(PROVINCE).toInstant()));
            engine.saveTask(stored);
            notes.explain(id, null, on == null ? null : on.toString(), reason, null);
        });
    }
}
