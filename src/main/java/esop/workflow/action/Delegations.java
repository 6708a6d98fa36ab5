package esop.workflow.action;

import esop.web.ConflictException;
import esop.web.Texts;
import esop.workflow.inbox.EarlierVoters;
import esop.workflow.inbox.Task;
import esop.workflow.inbox.TaskAccess;
import esop.workflow.inbox.TaskAction;
import esop.workflow.inbox.TaskNotes;
import esop.workflow.inbox.TaskPeople;
import esop.workflow.inbox.TaskPeople.Purpose;
import esop.workflow.inbox.TaskRules;
import esop.workflow.notice.Notices;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 委派: a colleague does it and gives it back; its owner completes it. */
@Component
class Delegations {

    private final TaskAccess access;
    private final TaskRules rules;
    private final EarlierVoters voters;
    private final TaskPeople people;
    private final TaskNotes notes;
    private final Notices notices;
    private final TaskService engine;

    Delegations(
            TaskAccess access,
            TaskRules rules,
            EarlierVoters voters,
            TaskPeople people,
            TaskNotes notes,
            Notices notices,
            TaskService engine) {
        this.access = access;
        this.rules = rules;
        this.voters = voters;
        this.people = people;
        this.notes = notes;
        this.notices = notices;
        this.engine = engine;
    }

    /** What waits for one's group is claimed by that: a delegated task has an owner. */
    Task delegate(String id, String to, @Nullable String reason, @Nullable Integer revision) {
        return access.change(id, (task, person) -> {
            OpinionEntries.refuse(task);
            access.refuseIfAnothers(task, person);
            access.refuseIfStale(task, revision);
            TaskAccess.refuseIfDelegated(task);
            rules.require(task, access.actsAs(task, person), TaskAction.DELEGATE);
            var delegate =
                    people.chosen(task, person, Purpose.WORK, "to", List.of(to)).get(0);
            voters.check(task, person, access.principal(task, person));
            voters.check(task, delegate, Optional.empty());
            if (!person.id().equals(task.assignee())) {
                engine.setAssignee(id, person.id());
            }
            engine.setOwner(id, person.id());
            engine.delegateTask(id, delegate.id());
            notes.explain(id, null, delegate.id(), reason, null);
            notices.tell(delegate.id(), "delegated", id, task.city(), reason);
        });
    }

    /** Given back by the delegate with what they found out, or fetched back by the owner. */
    Task resolve(String id, @Nullable String answer, @Nullable Integer revision) {
        return access.change(id, (task, person) -> {
            if (!task.delegated()) {
                throw new ConflictException(Texts.get("workflow.action.not-delegated"));
            }
            var fetched = person.id().equals(task.owner());
            if (!fetched) {
                access.refuseIfAnothers(task, person);
            }
            access.refuseIfStale(task, revision);
            var inPlace = access.principal(task, person).isPresent();
            engine.resolveTask(id);
            notes.explain(id, null, task.owner(), answer, fetched || inPlace ? null : task.owner());
            notices.tell(
                    fetched ? task.assignee() : task.owner(),
                    fetched ? "recalled" : "resolved",
                    id,
                    task.city(),
                    answer);
        });
    }
}
