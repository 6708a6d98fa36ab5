package esop.workflow.inbox;

import esop.identity.People;
import esop.identity.Person;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.form.TaskForms;
import esop.workflow.form.TaskForms.TaskForm;
import esop.workflow.notice.Notices;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claiming a task, giving it back, handing it over, completing it. */
@Component
public class Inbox {

    private final TaskAccess access;
    private final TaskRules rules;
    private final EarlierVoters voters;
    private final TaskNotes notes;
    private final Notices notices;
    private final People people;
    private final TaskService engine;
    private final TaskForms forms;
    private final OpinionDesk opinions;
    private final CommandExecutor commands;

    Inbox(
            TaskAccess access,
            TaskRules rules,
            EarlierVoters voters,
            TaskNotes notes,
            Notices notices,
            People people,
            TaskService engine,
            TaskForms forms,
            OpinionDesk opinions,
            CommandExecutor commands) {
        this.access = access;
        this.rules = rules;
        this.voters = voters;
        this.notes = notes;
        this.notices = notices;
        this.people = people;
        this.engine = engine;
        this.forms = forms;
        this.opinions = opinions;
        this.commands = commands;
    }

    Task task(String id) {
        return access.within(person -> access.visible(id, person));
    }

    public TaskForm form(String id) {
        return access.within(person -> {
            var task = access.visible(id, person);
            TaskAccess.refuseIfClosed(task);
            return task.isOpinion()
                    ? opinions.form(task)
                    : commands.execute(
                            command -> forms.of(command.getTaskManager().findTaskById(id)));
        });
    }

    public Task claim(String id, @Nullable Integer revision) {
        return access.change(id, (task, person) -> {
            if (person.id().equals(task.assignee())) {
                return;
            }
            access.refuseIfAnothers(task, person);
            access.refuseIfStale(task, revision);
            var principal = access.principal(task, person);
            rules.require(task, principal.orElse(person), TaskAction.CLAIM);
            take(task, person, principal);
        });
    }

    public Task unclaim(String id, @Nullable String reason, @Nullable Integer revision) {
        return access.change(id, (task, person) -> {
            if (task.assignee() == null) {
                return;
            }
            access.refuseIfAnothers(task, person);
            access.refuseIfStale(task, revision);
            TaskAccess.refuseIfDelegated(task);
            refuseForOpinions(task);
            rules.require(task, access.principal(task, person).orElse(person), TaskAction.UNCLAIM);
            engine.setAssignee(id, null);
            if (reason != null) {
                notes.explain(id, null, null, reason, null);
            }
        });
    }

    public Task assign(String id, String to, @Nullable String reason, @Nullable Integer revision) {
        return access.changeAsSuperior(id, (task, person) -> {
            var leads = access.leads(person, task);
            if (!leads) {
                access.refuseIfAnothers(task, person);
            }
            access.refuseIfStale(task, revision);
            TaskAccess.refuseIfDelegated(task);
            refuseForOpinions(task);
            rules.require(task, leads ? person : access.actsAs(task, person), TaskAction.ASSIGN);
            var receiver = task.candidateGroups().stream()
                    .flatMap(group -> people.inGroup(group).stream())
                    .filter(found -> found.id().equals(to))
                    .findFirst()
                    .orElseThrow(() -> new InvalidException("to", Texts.get("workflow.task.not-a-member", to)));
            voters.check(task, receiver, Optional.empty());
            engine.setAssignee(id, receiver.id());
            if (reason != null) {
                notes.explain(id, null, null, reason, null);
            }
            notices.tell(receiver.id(), "assigned", task.id(), task.city(), reason);
        });
    }

    /** Completes a task of one's own, or one that waits for one's group, which is claimed by that. */
    public Task complete(String id, Map<String, Object> data, @Nullable Integer revision) {
        return access.change(id, (task, person) -> {
            access.refuseIfAnothers(task, person);
            access.refuseIfStale(task, revision);
            if (task.isOpinion()) {
                opinions.give(task, person, data);
                return;
            }
            TaskAccess.refuseIfDelegated(task);
            var principal = access.principal(task, person);
            if (!person.id().equals(task.assignee())) {
                take(task, person, principal);
            } else {
                refuseToDecide(task, person, principal);
            }
            principal.ifPresent(absent -> access.holdsFor(task, person, absent));
            engine.complete(id, data);
        });
    }

    /** Also from somebody who may no longer work on it, or for whom one stands in. */
    private void take(Task task, Person person, Optional<Person> principal) {
        refuseToDecide(task, person, principal);
        if (principal.isPresent()) {
            engine.setAssignee(task.id(), person.id());
            return;
        }
        if (task.assignee() != null) {
            engine.setAssignee(task.id(), null);
        }
        engine.claim(task.id(), person.id());
    }

    private void refuseToDecide(Task task, Person person, Optional<Person> principal) {
        principal
                .flatMap(absent -> access.refusedAsSubstitute(task, person, absent))
                .ifPresent(why -> {
                    throw new ConflictException(why);
                });
        voters.check(task, person, principal);
    }

    private static void refuseForOpinions(Task task) {
        if (task.isOpinion()) {
            throw new ConflictException(Texts.get("workflow.action.opinion-is-yours"));
        }
    }
}
