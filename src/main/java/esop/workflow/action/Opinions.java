package esop.workflow.action;

import esop.identity.Person;
import esop.web.BadRequestException;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.WorkingTime;
import esop.workflow.form.TaskForms;
import esop.workflow.form.TaskForms.TaskForm;
import esop.workflow.inbox.OpinionDesk;
import esop.workflow.inbox.Task;
import esop.workflow.inbox.TaskAccess;
import esop.workflow.inbox.TaskAction;
import esop.workflow.inbox.TaskNotes;
import esop.workflow.inbox.TaskPeople;
import esop.workflow.inbox.TaskPeople.Purpose;
import esop.workflow.inbox.TaskRules;
import esop.workflow.live.Broadcast;
import esop.workflow.notice.Notices;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * 加签 and 减签: another person's opinion before mine, without which the task is not completed, or after it. Rows of ours, so that no model
 * has to know of them; bounded, because after its due time nobody waits for one any more.
 */
@Component
class Opinions implements OpinionDesk {

    private static final int MOST = 20;

    private final TaskAccess access;
    private final TaskRules rules;
    private final TaskPeople people;
    private final TaskNotes notes;
    private final Notices notices;
    private final OpinionRepository repository;
    private final OpinionForm form;
    private final TaskForms forms;
    private final CommandExecutor commands;
    private final WorkingTime workingTime;
    private final Broadcast updates;
    private final Clock clock;

    Opinions(
            TaskAccess access,
            TaskRules rules,
            TaskPeople people,
            TaskNotes notes,
            Notices notices,
            OpinionRepository repository,
            OpinionForm form,
            TaskForms forms,
            CommandExecutor commands,
            WorkingTime workingTime,
            Broadcast updates,
            Clock clock) {
        this.access = access;
        this.rules = rules;
        this.people = people;
        this.notes = notes;
        this.notices = notices;
        this.repository = repository;
        this.form = form;
        this.forms = forms;
        this.commands = commands;
        this.workingTime = workingTime;
        this.updates = updates;
        this.clock = clock;
    }

    List<Opinion> of(String taskId) {
        return access.within(
                person -> repository.of(access.visible(taskId, person).subjectId()));
    }

    /** @param place {@code before} or {@code after} */
    Task ask(String id, String place, List<String> of, String question, @Nullable Integer revision) {
        if (!place.equals("before") && !place.equals("after")) {
            throw new BadRequestException("place", Texts.get("workflow.action.place"));
        }
        return access.change(id, (task, person) -> {
            OpinionEntries.refuse(task);
            access.refuseIfAnothers(task, person);
            access.refuseIfStale(task, revision);
            TaskAccess.refuseIfDelegated(task);
            if (task.assignee() == null) {
                throw new ConflictException(Texts.get("workflow.action.claim-first"));
            }
            var action = place.equals("before") ? TaskAction.OPINION_BEFORE : TaskAction.OPINION_AFTER;
            var answerWithin =
                    rules.require(task, access.actsAs(task, person), action).answerWithin();
            var asked = people.chosen(task, person, Purpose.ASK, "of", of);
            if (asked.size() + repository.of(id).size() > MOST) {
                throw new BadRequestException("of", Texts.get("workflow.task.too-many", MOST));
            }
            asked.forEach(one -> ask(task, place, one, person, question, answerWithin));
        });
    }

    private void ask(Task task, String place, Person of, Person person, String question, String answerWithin) {
        var id = UUID.randomUUID().toString();
        if (!repository.add(id, task, place, of.id(), person.id(), question, answerWithin)) {
            throw new ConflictException(Texts.get("workflow.action.asked-already", of.name()));
        }
        notes.add(task.id(), "opinion-" + place, person.id(), of.id(), question, null);
        if (place.equals("before")) {
            repository.open(id, workingTime.plus(clock.instant(), answerWithin));
            notices.tell(of.id(), "opinion-asked", id, task.city(), question);
            updates.taskChanged(id, "created", task.city(), List.of(), of.id());
        }
    }

    /** 减签, by whoever asked or now holds the task. */
    void withdraw(String taskId, String opinionId, String reason) {
        access.changing(() -> access.within(person -> {
            access.hold(taskId);
            access.hold(opinionId);
            var task = access.visible(taskId, person);
            var opinion = repository
                    .find(opinionId)
                    .filter(found -> found.taskId().equals(taskId))
                    .orElseThrow(() -> new UnknownException(Texts.get("workflow.action.unknown-opinion", opinionId)));
            if (!opinion.askedBy().equals(person.id()) && !person.id().equals(task.assignee())) {
                throw new AccessDeniedException("asked by somebody else");
            }
            var principal = access.principal(task, person);
            rules.require(task, principal.orElse(person), TaskAction.OPINION_WITHDRAW);
            end(opinionId, "withdrawn", reason);
            repository.close(opinionId, "cancelled", person.id());
            notes.add(taskId, "opinion-withdrawn", person.id(), opinion.person(), reason, null);
            access.noteInPlace(task, person, principal);
            if (opinion.state().equals("open")) {
                notices.tell(opinion.person(), "opinion-withdrawn", taskId, task.city(), reason);
                updates.taskChanged(opinionId, "cancelled", task.city(), List.of(), opinion.person());
            }
            return Boolean.TRUE;
        }));
    }

    @Override
    public TaskForm form(Task entry) {
        var opinion = repository.find(entry.id()).orElseThrow();
        var about = commands.execute(command -> {
            var task = command.getTaskManager().findTaskById(opinion.taskId());
            return task == null ? null : forms.of(task);
        });
        return form.of(opinion, about);
    }

    @Override
    public void give(Task entry, Person person, Map<String, Object> data) {
        var agrees = data.get(OpinionForm.AGREES);
        var words = data.get(OpinionForm.WORDS) instanceof String text ? Reasons.given(OpinionForm.WORDS, text) : null;
        var agreed = "agree".equals(agrees);
        if (!agreed && !"disagree".equals(agrees)) {
            refuse(OpinionForm.AGREES, "workflow.form.required");
        }
        if (!agreed && words == null) {
            refuse(OpinionForm.WORDS, "workflow.action.disagree-why");
        }
        var opinion = repository.find(entry.id()).orElseThrow();
        end(entry.id(), agreed ? "agreed" : "disagreed", words);
        repository.close(entry.id(), "completed", person.id());
        notes.add(opinion.taskId(), agreed ? "agreed" : "disagreed", person.id(), opinion.askedBy(), words, null);
        notices.tell(opinion.askedBy(), agreed ? "agreed" : "disagreed", opinion.taskId(), entry.city(), words);
        updates.taskChanged(entry.id(), "completed", entry.city(), List.of(), person.id());
        updates.taskChanged(opinion.taskId(), "updated", entry.city(), List.of(), opinion.askedBy());
    }

    private void end(String id, String state, @Nullable String words) {
        if (!repository.end(id, state, words)) {
            throw new ConflictException(Texts.get("workflow.action.opinion-over"));
        }
    }

    private static void refuse(String field, String text) {
        throw new BadRequestException(
                Texts.get("workflow.form.refused", Texts.get(text)), List.of(new FieldError(field, Texts.get(text))));
    }
}
