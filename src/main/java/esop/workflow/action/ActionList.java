package esop.workflow.action;

import esop.identity.Person;
import esop.workflow.action.Returns.Target;
import esop.workflow.inbox.EarlierVoters;
import esop.workflow.inbox.Task;
import esop.workflow.inbox.TaskAccess;
import esop.workflow.inbox.TaskAction;
import esop.workflow.inbox.TaskRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What this person may do with a task as it stands; what only the table forbids is named with the table's reason. */
@Component
class ActionList {

    private final TaskAccess access;
    private final TaskRules rules;
    private final Returns returns;
    private final OpinionRepository opinions;
    private final EarlierVoters voters;

    ActionList(TaskAccess access, TaskRules rules, Returns returns, OpinionRepository opinions, EarlierVoters voters) {
        this.access = access;
        this.rules = rules;
        this.returns = returns;
        this.opinions = opinions;
        this.voters = voters;
    }

    List<Action> of(String id) {
        return access.within(person -> {
            var task = access.visible(id, person);
            var principal = access.principal(task, person);
            return possible(task, person, principal).stream()
                    .map(action -> judged(task, person, principal, action))
                    .filter(Objects::nonNull)
                    .toList();
        });
    }

    private @Nullable Action judged(Task task, Person person, Optional<Person> principal, TaskAction action) {
        var rule = rules.of(task, principal.orElse(person), action);
        var refused = action == TaskAction.CLAIM
                ? principal
                        .flatMap(absent -> access.refusedAsSubstitute(task, person, absent))
                        .or(() -> voters.refusal(task, person, principal))
                : Optional.<String>empty();
        if (refused.isPresent()) {
            return new Action(action.word(), false, refused.get(), List.of());
        }
        var targets = action == TaskAction.RETURN && rule.allowed()
                ? returns.targets(task, principal.orElse(person))
                : List.<Target>of();
        if (action == TaskAction.RETURN && rule.allowed() && targets.isEmpty()) {
            return null;
        }
        return new Action(action.word(), rule.allowed(), rule.allowed() ? null : rule.because(), targets);
    }

    private List<TaskAction> possible(Task task, Person person, Optional<Person> principal) {
        var actions = new ArrayList<TaskAction>();
        if (task.isOpinion()) {
            return task.isOpen() && !person.id().equals(task.assignee()) ? List.of(TaskAction.URGE) : List.of();
        }
        var holds = person.id().equals(task.assignee());
        var owns = task.delegated() && person.id().equals(task.owner());
        var works = TaskAccess.mayWork(task, person) || principal.isPresent();
        if (task.isOpen() && works) {
            ofWorker(task, holds, !holds && !owns && principal.isPresent(), actions);
        }
        if (task.isOpen() && !holds && !task.delegated() && access.leads(person, task)) {
            actions.add(TaskAction.ASSIGN);
        }
        if (task.isOpen() && (task.delegated() && holds && works || owns)) {
            actions.add(TaskAction.RESOLVE);
        }
        if (task.isOpen() && !holds) {
            actions.add(TaskAction.URGE);
        }
        if (!task.isOpen() && works && person.id().equals(task.completedBy())) {
            actions.add(TaskAction.TAKE_BACK);
        }
        if (opinions.of(task.id()).stream()
                .anyMatch(one -> one.pending() && (holds || one.askedBy().equals(person.id())))) {
            actions.add(TaskAction.OPINION_WITHDRAW);
        }
        actions.add(TaskAction.COPY);
        return actions;
    }

    /** @param inPlace in another's place, whether they hold it or could take it */
    private static void ofWorker(Task task, boolean holds, boolean inPlace, List<TaskAction> actions) {
        if (inPlace) {
            actions.add(TaskAction.CLAIM);
            return;
        }
        var free = task.assignee() == null;
        if (free) {
            actions.add(TaskAction.CLAIM);
        }
        if (holds || free) {
            if (!task.delegated()) {
                actions.add(TaskAction.ASSIGN);
                actions.add(TaskAction.DELEGATE);
                actions.add(TaskAction.RETURN);
            }
            actions.add(TaskAction.FOLLOW_UP);
        }
        if (holds && !task.delegated()) {
            actions.add(TaskAction.UNCLAIM);
            actions.add(TaskAction.OPINION_BEFORE);
            actions.add(TaskAction.OPINION_AFTER);
        }
    }

    /**
     * @param reason why not, where it is not allowed
     * @param targets of a return: the steps it may lead to
     */
    record Action(String action, boolean allowed, @Nullable String reason, List<Target> targets) {}
}
