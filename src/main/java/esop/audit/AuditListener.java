package esop.audit;

import esop.ordering.OrderEvent;
import esop.provisioning.ProvisioningFact;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.State;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What orders, systems and rollbacks say that concerns audits, in the transaction in which they say it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AuditListener {

    private static final String OURS = "AU";
    private static final Set<String> ENDS = Set.of("order.completed", "order.partial");
    private static final Set<State> NO_EFFECT = Set.of(State.FAILED, State.REJECTED, State.CANCELLED);

    private final AuditPlan plan;
    private final AuditWork work;
    private final AuditRepairs repairs;

    AuditListener(AuditPlan plan, AuditWork work, AuditRepairs repairs) {
        this.plan = plan;
        this.work = work;
        this.repairs = repairs;
    }

    @EventListener
    void on(OrderEvent event) {
        if (ENDS.contains(event.kind())) {
            plan.ended(event.orderId());
        }
    }

    @EventListener
    void on(StepAnswered answer) {
        var step = answer.step();
        var ours = step.aggregate().startsWith(OURS);
        if (!answer.state().isFinal()) {
            return;
        }
        if (ours && step.name().equals(RecordAsking.ASK)) {
            work.hear(answer);
        } else if (ours || step.generation() > 1) {
            // A repair is a step of ours, or a later generation of the order's.
            repairs.heard(step.key(), !NO_EFFECT.contains(answer.state()), answer.message());
        }
    }

    @EventListener
    void on(ProvisioningFact fact) {
        switch (fact.kind()) {
            case "rollback.ended" -> repairs.rollbackOver(fact.productOrderId(), null, null);
            case "rollback.not-approved" ->
                repairs.rollbackOver(
                        fact.productOrderId(), fact.subject(), fact.params().get("message"));
            default -> {}
        }
    }
}
