package esop.cancellation;

import static esop.systems.StepAnswered.State.COMPLETED;

import esop.ordering.OrderEvent;
import esop.systems.StepAnswered;
import esop.workflow.StepReopened;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What orders, BOSS and whoever takes a step back say about a cancellation, in the transaction in which they say it. */
@Component
@Transactional
class CancellationListener {

    private static final String OURS = "SC";
    private static final Set<String> ENDS = Set.of(
            "order.completed",
            "order.partial",
            "order.failed",
            "order.rejected",
            "order.cancelled",
            "order.rolled-back");

    private final CancellationRepository cancellations;
    private final CancellationWork work;
    private final CancellationProcess process;

    CancellationListener(CancellationRepository cancellations, CancellationWork work, CancellationProcess process) {
        this.cancellations = cancellations;
        this.work = work;
        this.process = process;
    }

    @EventListener
    void on(OrderEvent event) {
        if (ENDS.contains(event.kind())) {
            cancellations
                    .ofOrder(event.orderId())
                    .filter(cancellation -> cancellation.state() == CancellationState.ORDERED)
                    .ifPresent(process::orderEnded);
        }
    }

    @EventListener
    void on(StepReopened step) {
        if (step.process().equals(CancellationProcess.SETTLEMENT_PROCESS)) {
            work.reopened(Objects.requireNonNull(step.businessKey()), step.activity());
        }
    }

    @EventListener
    void on(StepAnswered answer) {
        var step = answer.step();
        if (step.aggregate().startsWith(OURS)
                && step.name().equals(CancellationWork.CHARGE)
                && answer.state().isFinal()) {
            work.charged(step.aggregate(), answer.state() == COMPLETED, answer.message());
        }
    }
}
