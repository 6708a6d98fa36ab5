package esop.provisioning;

import esop.provisioning.FalloutRepository.Decided;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 退回后续办: a service order that was rolled back to a step takes its path anew, which passes what is still there and does the rest again. */
@Service
class StepReturns {

    private final FalloutRepository fallouts;
    private final RollbackRepository rollbacks;
    private final WorkOrderRepository workOrders;
    private final ServiceOrders serviceOrders;
    private final Telling telling;

    StepReturns(
            FalloutRepository fallouts,
            RollbackRepository rollbacks,
            WorkOrderRepository workOrders,
            ServiceOrders serviceOrders,
            Telling telling) {
        this.fallouts = fallouts;
        this.rollbacks = rollbacks;
        this.workOrders = workOrders;
        this.serviceOrders = serviceOrders;
        this.telling = telling;
    }

    /** @return false where that was not decided, or something could not be taken back: it would then be done on top of that */
    @Transactional
    boolean goOn(String serviceOrderId) {
        var decided = fallouts.lastGivenUp(serviceOrderId).filter(Decided::wentBack);
        if (decided.isEmpty() || rollbacks.isIncomplete(serviceOrderId)) {
            return false;
        }
        workOrders.takenBack(serviceOrderId).forEach(work -> {
            work.takeBack();
            workOrders.save(work);
        });
        fallouts.followed(serviceOrderId);
        serviceOrders.tryAgain(serviceOrderId);
        telling.tell(
                "service-order.went-back", serviceOrders.facts(serviceOrderId).productOrderId(), serviceOrderId);
        return true;
    }
}
