package esop.workflow.action;

import esop.identity.People;
import esop.identity.Person;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.inbox.Task;
import esop.workflow.inbox.TaskAccess;
import esop.workflow.inbox.TaskAction;
import esop.workflow.inbox.TaskNotes;
import esop.workflow.inbox.TaskRules;
import esop.workflow.notice.Notices;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 退回: an earlier step that a person has completed is done again, where the table allows it and nothing left the house since. */
@Component
class Returns {

    private final TaskAccess access;
    private final TaskRules rules;
    private final TaskNotes notes;
    private final Notices notices;
    private final Steps steps;
    private final EffectsSince effects;
    private final People people;
    private final JdbcClient jdbc;

    Returns(
            TaskAccess access,
            TaskRules rules,
            TaskNotes notes,
            Notices notices,
            Steps steps,
            EffectsSince effects,
            People people,
            JdbcClient jdbc) {
        this.access = access;
        this.rules = rules;
        this.notes = notes;
        this.notices = notices;
        this.steps = steps;
        this.effects = effects;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** The steps that may be returned to, the latest first. */
    List<Target> targets(Task task, Person actsAs) {
        var rule = rules.of(task, actsAs, TaskAction.RETURN);
        return !rule.allowed()
                ? List.of()
                : done(task).stream()
                        .filter(target -> rule.leadsTo(target.activity()))
                        .toList();
    }

    /** @return the task of the earlier step */
    Task back(String id, String activity, String reason, @Nullable Integer revision) {
        return access.changing(() -> access.within(person -> {
            var task = access.open(id, person);
            OpinionEntries.refuse(task);
            access.refuseIfAnothers(task, person);
            access.refuseIfStale(task, revision);
            TaskAccess.refuseIfDelegated(task);
            var principal = access.principal(task, person);
            var actsAs = access.actsAs(task, person);
            rules.require(task, actsAs, TaskAction.RETURN);
            var target = targets(task, actsAs).stream()
                    .filter(found -> found.activity().equals(activity))
                    .findFirst()
                    .orElseThrow(
                            () -> new InvalidException("toActivity", Texts.get("workflow.action.no-target", activity)));
            effects.refuseIfAny(task.instanceId(), target.done());
            var own = steps.ofTask(task);
            if (steps.underWay(task.instanceId()).size() > 1) {
                throw new ConflictException(Texts.get("workflow.action.in-parallel"));
            }
            var again = steps.reopen(task, activity, List.of(own.getId()), reason);
            notes.explain(id, "returned", target.by(), reason, null);
            access.noteInPlace(task, person, principal);
            giveBack(again, target, person);
            notices.tell(target.by(), "returned", again, task.city(), reason);
            return access.visible(again, person);
        }));
    }

    private void giveBack(String again, Target target, Person person) {
        var task = access.visible(again, person);
        people.find(target.by())
                .filter(before -> TaskAccess.mayWork(task, before))
                .ifPresent(before -> steps.give(again, before.id()));
    }

    private List<Target> done(Task task) {
        return jdbc
                .sql("""
                        SELECT DISTINCT ON (c.activity) c.activity, c.name, c.name_en, c.closed_by, c.closed
                        FROM workflow.closed_task c
                        WHERE c.instance_id = :instance AND c.kind = 'task' AND c.outcome = 'completed' AND c.activity <> :activity
                          AND c.closed_by IS NOT NULL
                        ORDER BY c.activity, c.closed DESC
                        """)
                .params(Map.of("instance", task.instanceId(), "activity", task.activity()))
                .query((row, number) -> new Target(
                        row.getString("activity"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("closed_by"),
                        people.find(row.getString("closed_by"))
                                .map(Person::name)
                                .orElse(row.getString("closed_by")),
                        row.getObject("closed", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .sorted(Comparator.comparing(Target::done).reversed())
                .toList();
    }

    /** @param by who completed it, and gets it again */
    record Target(String activity, String name, String nameEn, String by, String byName, Instant done) {}
}
