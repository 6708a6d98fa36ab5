package esop.workflow.action;

import esop.identity.Person;
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
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * 撤回: whoever completed a task does it again, as long as nobody else has touched what comes next and nothing left the house since. Otherwise
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
            var principal = access.principal(task, person);
            if (!TaskAccess.mayWork(task, person) && principal.isEmpty()) {
                throw new AccessDeniedException("not a candidate any more");
            }
            rules.require(task, principal.orElse(person), TaskAction.TAKE_BACK);
            refuseIfTakenBack(task);
            refuseIfEnded(task, person);
            effects.refuseIfAny(task.instanceId(), task.completed());
            var done = steps.ofTask(task);
            var next = steps.underWay(task.instanceId());
            for (var activity : next) {
                if (activity.getStartTime().before(done.getEndTime())) {
                    throw new ConflictException(Texts.get("workflow.action.in-parallel"));
                }
                refuseIfTouched(activity, person);
            }
            refuseIfDoneSince(task);
            var again = steps.reopen(
                    task,
                    task.activity(),
                    next.stream().map(HistoricActivityInstance::getId).toList(),
                    reason);
            notes.add(id, "taken-back", person.id(), null, reason, null);
            access.noteInPlace(task, person, principal);
            steps.give(again, person.id());
            var taken = access.visible(again, person);
            access.noteInPlace(taken, person, principal);
            return principal.isEmpty() ? taken : access.visible(again, person);
        }));
    }

    private void refuseIfTakenBack(Task task) {
        var before = jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM workflow.task_event e WHERE e.task_id = :task AND e.change = 'taken-back')
                        """).param("task", task.id()).query(Boolean.class).single();
        if (before) {
            throw new ConflictException(Texts.get("workflow.action.moved-on"));
        }
    }

    /** Its caller has moved on by what it was told of the outcome: only a model's own way back is one, and whoever has the next step goes it. */
    private void refuseIfEnded(Task task, Person person) {
        if (steps.goesOn(task.instanceId())) {
            return;
        }
        var next = afterwards(task.instanceId());
        if (next.isEmpty()) {
            throw new ConflictException(Texts.get("workflow.action.ended"));
        }
        var facts = new HashMap<String, Object>();
        access.seen(next.get().id(), person).ifPresent(seen -> facts.put("nextTask", seen.id()));
        var step = Texts.isEnglish() ? next.get().nameEn() : next.get().name();
        var holder = next.get().holder();
        throw new ConflictException(
                holder == null
                        ? Texts.get("workflow.action.ended-free", step)
                        : Texts.get("workflow.action.ended-held", step, holder),
                facts);
    }

    /** What people have to do in the process that called this one. */
    private Optional<Next> afterwards(String instanceId) {
        return jdbc.sql("""
                        WITH RECURSIVE family AS (
                            SELECT i.parent_id AS id FROM workflow.instance i WHERE i.id = :instance AND i.parent_id IS NOT NULL
                            UNION ALL
                            SELECT i.id FROM workflow.instance i JOIN family ON i.parent_id = family.id
                        )
                        SELECT t.task_id AS id, t.name, t.name_en, person.name AS holder
                        FROM workflow.open_task t
                        JOIN family ON family.id = t.instance_id
                        LEFT JOIN identity.person person ON person.id = t.assignee
                        WHERE t.kind = 'task'
                        ORDER BY t.created LIMIT 1
                        """).param("instance", instanceId).query(Next.class).optional();
    }

    /** What comes next is a task that nobody else has touched, or a process that waits for nothing else. */
    private void refuseIfTouched(HistoricActivityInstance activity, Person person) {
        switch (activity.getActivityType()) {
            case "userTask" -> refuseIfTouched(activity.getTaskId(), person);
            case "callActivity" -> {
                var inner = steps.underWay(activity.getCalledProcessInstanceId());
                if (inner.isEmpty()) {
                    throw new ConflictException(Texts.get("workflow.action.moving"));
                }
                inner.forEach(next -> refuseIfTouched(next, person));
            }
            default -> throw new ConflictException(Texts.get("workflow.action.waits-for", activity.getActivityName()));
        }
    }

    /** Who was handed it by model or table has not touched it by that, and what one has done with it oneself holds nobody up. */
    private void refuseIfTouched(String taskId, Person person) {
        access.hold(taskId);
        var touched = jdbc.sql("""
                        SELECT
                            EXISTS (SELECT 1 FROM workflow.task_event e
                                    WHERE e.task_id = :id AND e.change NOT IN ('created', 'urged', 'copied')
                                      AND (e.actor IS DISTINCT FROM :person OR e.change IN ('assigned', 'delegated')))
                            OR EXISTS (SELECT 1 FROM workflow.task_draft d WHERE d.task_id = :id AND d.person <> :person)
                            OR EXISTS (SELECT 1 FROM workflow.task_opinion o WHERE o.task_id = :id)
                            OR NOT EXISTS (SELECT 1 FROM workflow.open_task t WHERE t.task_id = :id)
                        """)
                .param("id", taskId)
                .param("person", person.id())
                .query(Boolean.class)
                .single();
        if (touched) {
            holder(taskId)
                    .filter(found -> !found.assignee().equals(person.id()))
                    .ifPresent(found -> {
                        var facts = new HashMap<String, Object>();
                        facts.put("claimedBy", found.assignee());
                        facts.put("claimedByName", String.valueOf(found.holder()));
                        facts.put("claimedAt", found.claimed().toString());
                        access.seen(taskId, person).ifPresent(next -> facts.put("nextTask", next.id()));
                        throw new ConflictException(Texts.get("workflow.action.next-is-taken", found.holder()), facts);
                    });
            throw new ConflictException(Texts.get("workflow.action.next-is-touched"));
        }
    }

    private Optional<Holder> holder(String taskId) {
        return jdbc.sql("""
                        SELECT person.name AS holder, o.assignee, o.claimed
                        FROM workflow.open_task o LEFT JOIN identity.person person ON person.id = o.assignee
                        WHERE o.task_id = :id AND o.assignee IS NOT NULL
                        """).param("id", taskId).query(Holder.class).optional();
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

    record Next(
            String id, String name, String nameEn, @Nullable String holder) {}

    record Holder(String holder, String assignee, OffsetDateTime claimed) {}
}
