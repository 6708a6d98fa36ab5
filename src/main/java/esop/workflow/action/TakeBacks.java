package esop.workflow.action;

import esop.web.ConflictException;
import esop.web.Texts;
import esop.workflow.inbox.Task;
import esop.workflow.inbox.TaskAccess;
import esop.workflow.inbox.TaskAction;
import esop.workflow.inbox.TaskNotes;
import esop.workflow.inbox.TaskRules;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * 撤回: whoever completed a task does it again, as long as nobody has touched what comes next and nothing left the house since. Otherwise
 * the refusal says who has it or what would have to be undone.
 */
@Component
class TakeBacks {

    private final TaskAccess access;
    private final TaskRules rules;
    private final TaskNotes notes;
    private final Steps steps;
    private final EffectsSince effects;
    private final JdbcClient jdbc;

    TakeBacks(TaskAccess access, TaskRules rules, TaskNotes notes, Steps steps, EffectsSince effects, JdbcClient jdbc) {
        this.access = access;
        this.rules = rules;
        this.notes = notes;
        this.steps = steps;
        this.effects = effects;
        this.jdbc = jdbc;
    }

    /** @return the task anew, in the hands of who took it back */
    Task takeBack(String id, String reason) {
        return access.changing(() -> access.within(person -> {
            access.hold(id);
            var task = access.visible(id, person);
            OpinionEntries.refuse(task);
            if (!person.id().equals(task.completedBy())) {
                throw new AccessDeniedException("completed by somebody else");
            }
            if (!TaskAccess.mayWork(task, person)) {
                throw new AccessDeniedException("not a candidate any more");
            }
            rules.require(task, person, TaskAction.TAKE_BACK);
            effects.refuseIfAny(task.instanceId(), task.completed());
            var done = steps.ofTask(task);
            var next = steps.underWay(task.instanceId());
            if (next.isEmpty()) {
                throw new ConflictException(Texts.get("workflow.action.ended"));
            }
            for (var activity : next) {
                if (activity.getStartTime().before(done.getEndTime())) {
                    throw new ConflictException(Texts.get("workflow.action.in-parallel"));
                }
                refuseIfTouched(activity);
            }
            refuseIfDoneSince(task);
            var again = steps.reopen(
                    task,
                    task.activity(),
                    next.stream().map(HistoricActivityInstance::getId).toList(),
                    reason);
            notes.add(id, "taken-back", person.id(), null, reason, null);
            steps.give(again, person.id());
            return access.visible(again, person);
        }));
    }

    /** What comes next is a task that nobody has taken, or a process that waits for nothing else. */
    private void refuseIfTouched(HistoricActivityInstance activity) {
        switch (activity.getActivityType()) {
            case "userTask" -> refuseIfTouched(activity.getTaskId());
            case "callActivity" -> {
                var inner = steps.underWay(activity.getCalledProcessInstanceId());
                if (inner.isEmpty()) {
                    throw new ConflictException(Texts.get("workflow.action.moving"));
                }
                inner.forEach(this::refuseIfTouched);
            }
            default -> throw new ConflictException(Texts.get("workflow.action.waits-for", activity.getActivityName()));
        }
    }

    private void refuseIfTouched(String taskId) {
        access.hold(taskId);
        var holder = jdbc.sql("""
                        SELECT person.name AS holder, o.assignee, o.claimed
                        FROM workflow.open_task o LEFT JOIN identity.person person ON person.id = o.assignee
                        WHERE o.task_id = :id AND o.assignee IS NOT NULL
                        """).param("id", taskId).query(Holder.class).optional();
        holder.ifPresent(found -> {
            var facts = new HashMap<String, Object>();
            facts.put("claimedBy", found.assignee());
            facts.put("claimedByName", String.valueOf(found.holder()));
            facts.put("claimedAt", found.claimed().toString());
            throw new ConflictException(Texts.get("workflow.action.next-is-taken", found.holder()), facts);
        });
        var touched = jdbc.sql("""
                        SELECT o.revision > 1
                            OR EXISTS (SELECT 1 FROM workflow.task_comment c WHERE c.task_id = o.task_id)
                            OR EXISTS (SELECT 1 FROM workflow.task_opinion p WHERE p.task_id = o.task_id)
                        FROM workflow.open_task o WHERE o.task_id = :id
                        """).param("id", taskId).query(Boolean.class).optional();
        if (touched.orElse(true)) {
            throw new ConflictException(Texts.get("workflow.action.next-is-touched"));
        }
    }

    private void refuseIfDoneSince(Task task) {
        List<String> since = jdbc.sql("""
                        WITH RECURSIVE family AS (
                            SELECT i.id FROM workflow.instance i WHERE i.id = :instance
                            UNION ALL
                            SELECT i.id FROM workflow.instance i JOIN family ON i.parent_id = family.id
                        )
                        SELECT c.name FROM workflow.closed_task c JOIN family ON family.id = c.instance_id
                        WHERE c.kind = 'task' AND c.outcome = 'completed' AND c.created >= :closed AND c.task_id <> :task
                        """)
                .param("instance", task.instanceId())
                .param("closed", Timestamp.from(task.completed()))
                .param("task", task.id())
                .query(String.class)
                .list();
        if (!since.isEmpty()) {
            throw new ConflictException(Texts.get("workflow.action.done-since", String.join("、", since)));
        }
    }

    record Holder(String holder, String assignee, OffsetDateTime claimed) {}
}
