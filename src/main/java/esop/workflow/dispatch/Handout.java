package esop.workflow.dispatch;

import esop.identity.DataScope;
import esop.workflow.Family;
import esop.workflow.KeyAccounts;
import esop.workflow.Work;
import esop.workflow.WorkingTime;
import esop.workflow.dispatch.DispatchChoice.Considered;
import esop.workflow.inbox.EarlierVoters;
import esop.workflow.notice.Notices;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Gives a new task to one of its candidates, as its row of {@code task-dispatch} says: to whoever knows the case, to whoever present has
 * least in hand, or to nobody, so that it waits for its group. Where nobody fits it waits for its group, too.
 */
@Component
public class Handout {

    private static final int MOST_TOLD = 50;

    private final Candidates candidates;
    private final EarlierVoters voters;
    private final KeyAccounts keyAccounts;
    private final WorkingTime workingTime;
    private final Notices notices;
    private final Clock clock;

    /** Lazy, because whoever knows customers needs the engine, which needs this. */
    Handout(
            Candidates candidates,
            EarlierVoters voters,
            @Lazy KeyAccounts keyAccounts,
            WorkingTime workingTime,
            Notices notices,
            Clock clock) {
        this.candidates = candidates;
        this.voters = voters;
        this.keyAccounts = keyAccounts;
        this.workingTime = workingTime;
        this.notices = notices;
        this.clock = clock;
    }

    /** @return null where the row leaves it to the group: then nothing was asked */
    public @Nullable DispatchChoice give(DelegateTask task, Map<String, Object> row) {
        var rule = DispatchRow.of(row);
        if (rule.leavesItToTheGroup() || task.getAssignee() != null) {
            return null;
        }
        var execution = (ExecutionEntity) task.getExecution();
        var choice = choose(rule, execution, groups(task), voters.of(task));
        if (choice.person() != null) {
            task.setAssignee(choice.person());
            tell(choice.person(), task.getId(), Family.city(execution));
        }
        return choice;
    }

    /** What a person begins may lead to a city that is not theirs; then nobody is told. */
    private void tell(String person, String taskId, String city) {
        if (DataScope.isSystem() || DataScope.cities().contains(city)) {
            notices.tell(person, "dispatched", taskId, city, null);
        }
    }

    private DispatchChoice choose(
            DispatchRow rule, ExecutionEntity execution, List<String> groups, @Nullable List<String> voters) {
        candidates.hold(groups);
        var all = candidates.of(groups, Family.rootBusinessKey(execution), voters == null ? List.of() : voters);
        var working = isWorkingTime(execution);
        Predicate<Candidate> fits =
                candidate -> !candidate.voted() && candidate.isPresent(working) && rule.allows(candidate);
        if (rule.person() != null) {
            return told("named", named(all, rule.person()), rule, all, working);
        }
        if (rule.pinned()) {
            var manager = managerOf(execution).flatMap(id -> named(all, id)).filter(fits);
            if (manager.isPresent()) {
                return told("manager", manager, rule, all, working);
            }
            var knows = all.stream()
                    .filter(fits.and(candidate -> candidate.lastInCase() != null))
                    .max(Comparator.comparing(Candidate::lastInCase));
            if (knows.isPresent()) {
                return told("case", knows, rule, all, working);
            }
        }
        if (rule.leastLoaded()) {
            var least = all.stream()
                    .filter(fits)
                    .min(Comparator.comparingInt(Candidate::load).thenComparing(Candidate::id));
            if (least.isPresent()) {
                return told("least-loaded", least, rule, all, working);
            }
        }
        return told("group", Optional.empty(), rule, all, working);
    }

    private Optional<String> managerOf(ExecutionEntity execution) {
        return Family.inherited(execution, "customerId") instanceof String customer
                ? keyAccounts.managerOf(customer)
                : Optional.empty();
    }

    private static Optional<Candidate> named(List<Candidate> all, String id) {
        return all.stream()
                .filter(candidate -> candidate.id().equals(id) && !candidate.voted())
                .findFirst();
    }

    private boolean isWorkingTime(ExecutionEntity execution) {
        var work = new Work(
                Family.city(execution),
                (String) execution.getVariable("workingUnit"),
                execution.getProcessDefinition().getKey(),
                execution.getCurrentActivityId(),
                (String) execution.getVariable("faultClass"));
        return workingTime.of(work).isWorking(clock.instant());
    }

    private static DispatchChoice told(
            String how, Optional<Candidate> chosen, DispatchRow rule, List<Candidate> all, boolean working) {
        var considered = all.stream()
                .sorted(Comparator.comparing((Candidate one) -> !chosen.equals(Optional.of(one)))
                        .thenComparing(Candidate::load)
                        .thenComparing(Candidate::id))
                .limit(MOST_TOLD)
                .map(one -> new Considered(
                        one.id(),
                        one.name(),
                        one.load(),
                        one.lastInCase(),
                        one.awayUntil(),
                        verdict(one, how, chosen, rule, working)))
                .toList();
        return new DispatchChoice(
                chosen.isEmpty() ? "group" : how, chosen.map(Candidate::id).orElse(null), rule.limit(), considered);
    }

    private static String verdict(
            Candidate one, String how, Optional<Candidate> chosen, DispatchRow rule, boolean working) {
        if (chosen.equals(Optional.of(one))) {
            return "chosen";
        }
        if (one.voted()) {
            return "voted";
        }
        if (!one.isPresent(working)) {
            return one.said() != null ? "off-duty" : one.awayUntil() != null ? "away" : "not-working";
        }
        if (!rule.allows(one)) {
            return "full";
        }
        return how.equals("least-loaded") ? "busier" : "other";
    }

    private static List<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .sorted()
                .toList();
    }
}
