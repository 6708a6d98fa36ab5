package esop.workflow.calendar;

import esop.workflow.calendar.EscalationTable.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at what the next level of each task is and when, and does it when it is time: each task in a transaction of its own, in
 * which level and deed are written together.
 */
@Component
class EscalationStep {

    private static final Logger LOG = LoggerFactory.getLogger(EscalationStep.class);
    private static final int BATCH = 50;
    private static final int FORGET = 1_000;
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final TaskClockRepository clocks;
    private final EscalationRepository repository;
    private final EscalationTable table;
    private final Escalations escalations;
    private final DueMover mover;
    private final Calendars calendars;
    private final TransactionTemplate transaction;

    EscalationStep(
            TaskClockRepository clocks,
            EscalationRepository repository,
            EscalationTable table,
            Escalations escalations,
            DueMover mover,
            Calendars calendars,
            TransactionTemplate transaction) {
        this.clocks = clocks;
        this.repository = repository;
        this.table = table;
        this.escalations = escalations;
        this.mover = mover;
        this.calendars = calendars;
        this.transaction = transaction;
    }

    /** @return false where there was nothing to do */
    boolean take() {
        var late = new ArrayList<String>();
        var looked = Boolean.TRUE.equals(transaction.execute(status -> look(late)));
        late.forEach(this::escalate);
        return looked;
    }

    private boolean look(List<String> late) {
        if (repository.isNew(table.renew())) {
            clocks.lookAtAll();
        }
        var tasks = clocks.toLookAt(BATCH);
        var now = repository.now();
        for (var task : tasks) {
            var at = next(task);
            if (at.isAfter(now)) {
                clocks.lookAgain(task.id(), at, task.level(), task.round());
            } else {
                late.add(task.id());
            }
        }
        return !tasks.isEmpty() || clocks.forgetClosed(FORGET) > 0;
    }

    private void escalate(String taskId) {
        try {
            transaction.executeWithoutResult(status -> {
                mover.hold(taskId);
                clocks.hold(taskId).ifPresent(this::act);
            });
        } catch (RuntimeException failure) {
            LOG.info("{} could not be escalated: {}", taskId, failure.toString());
            transaction.executeWithoutResult(status -> clocks.hold(taskId)
                    .ifPresent(task -> clocks.lookAgain(
                            taskId, repository.now().plus(AFTER_A_FAILURE), task.level(), task.round())));
        }
    }

    private void act(ClockedTask task) {
        var rule = table.rule(task, task.level());
        var now = repository.now();
        if (rule.isEmpty() || next(task).isAfter(now)) {
            return;
        }
        escalations.act(task, rule.get());
        var level = at(task, task.level() + 1);
        var again = again(task, rule.get(), now);
        if (again.isBefore(level)) {
            clocks.lookAgain(task.id(), again, task.level(), task.round() + 1);
        } else {
            clocks.lookAgain(task.id(), level, task.level() + 1, 1);
        }
    }

    /** A repeated level was given its time when it acted last. */
    private Instant next(ClockedTask task) {
        return task.round() > 1 ? task.nextLook() : at(task, task.level());
    }

    private Instant at(ClockedTask task, int level) {
        var rule = table.rule(task, level).orElse(null);
        var calendar = calendars.current().of(task.clock().calendar());
        if (rule == null) {
            return TaskClockRepository.NEVER;
        }
        if (rule.late() != null) {
            return calendar.plus(task.due(), WorkingDuration.parse(rule.late()));
        }
        return rule.used() == null ? TaskClockRepository.NEVER : task.clock().used(calendar, rule.used());
    }

    private Instant again(ClockedTask task, Rule rule, Instant now) {
        return rule.again() == null || task.round() >= rule.times()
                ? TaskClockRepository.NEVER
                : calendars.current().of(task.clock().calendar()).plus(now, WorkingDuration.parse(rule.again()));
    }
}
