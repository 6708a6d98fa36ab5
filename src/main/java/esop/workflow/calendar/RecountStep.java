package esop.workflow.calendar;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One batch of a recount. The recount is held by one node for so long; each task is a transaction of its own. */
@Component
class RecountStep {

    private static final Logger LOG = LoggerFactory.getLogger(RecountStep.class);
    private static final int BATCH = 50;
    private static final int TRIES = 3;

    private final RecountRepository recounts;
    private final TaskClockRepository clocks;
    private final DueMover mover;
    private final ClockEvents events;
    private final Promised promised;
    private final TransactionTemplate batch;
    private final TransactionTemplate single;
    private final Clock clock;

    RecountStep(
            RecountRepository recounts,
            TaskClockRepository clocks,
            DueMover mover,
            ClockEvents events,
            Promised promised,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.recounts = recounts;
        this.clocks = clocks;
        this.mover = mover;
        this.events = events;
        this.promised = promised;
        this.batch = new TransactionTemplate(transactions);
        this.single = new TransactionTemplate(transactions);
        this.single.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** @return false where there is nothing to count */
    boolean take() {
        return Boolean.TRUE.equals(batch.execute(status -> {
            var recount = recounts.claim();
            recount.ifPresent(this::next);
            return recount.isPresent();
        }));
    }

    private void next(Recount recount) {
        var tasks = clocks.after(recount.calendars(), recount.everyOther(), recount.reached(), BATCH);
        if (tasks.isEmpty()) {
            recounts.finish(recount);
            return;
        }
        var moved = 0;
        var failed = 0;
        for (var task : tasks) {
            switch (count(recount, task)) {
                case MOVED -> moved++;
                case FAILED -> failed++;
                case SAME -> {}
            }
        }
        recounts.reached(recount, tasks.get(tasks.size() - 1).id(), tasks.size(), moved, failed);
    }

    private enum Outcome {
        SAME,
        MOVED,
        FAILED
    }

    private Outcome count(Recount recount, ClockedTask task) {
        for (var attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return Boolean.TRUE.equals(single.execute(status -> move(recount, task.id())))
                        ? Outcome.MOVED
                        : Outcome.SAME;
            } catch (RuntimeException failure) {
                LOG.info("the due time of {} could not be moved: {}", task.id(), failure.toString());
            }
        }
        single.executeWithoutResult(status -> recounts.add(recount.id(), RecountChange.of(task, null, "busy")));
        return Outcome.FAILED;
    }

    private boolean move(Recount recount, String taskId) {
        var moved = mover.move(taskId);
        moved.ifPresent(done -> {
            var change = RecountChange.of(done.task(), done.due(), done.calendar(), clock.instant());
            recounts.add(recount.id(), promised.against(change));
            events.moved(done.task(), recount.calendar(), recount.person(), done.due());
        });
        return moved.isPresent();
    }
}
