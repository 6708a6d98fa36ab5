package esop.provisioning;

import esop.provisioning.StepRequests.Asked;
import esop.systems.productordering.ProductOrdering;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 全网业务: what is sold here and opened by the first-level ESOP with the other provinces (ESOP 4.3.2). */
@Service
class NetworkOrders {

    static final String STEP = "order-up";
    static final String SYSTEM = "first-level";

    private final ServiceOrders serviceOrders;
    private final StepRequests steps;
    private final RequestedStepRepository requested;
    private final ProductOrdering ordering;

    NetworkOrders(
            ServiceOrders serviceOrders,
            StepRequests steps,
            RequestedStepRepository requested,
            ProductOrdering ordering) {
        this.serviceOrders = serviceOrders;
        this.steps = steps;
        this.requested = requested;
        this.ordering = ordering;
    }

    @Transactional
    Asked order(String serviceOrderId) {
        var order = serviceOrders.facts(serviceOrderId);
        return steps.ask(
                order, STEP, SYSTEM, step -> ordering.order(step, SYSTEM, order.wanted(order.requestedCompletion())));
    }

    /** Withdraws what may still be opened (撤单); empty where nothing of it is there, or it has ended. */
    @Transactional
    Optional<Asked> withdraw(String serviceOrderId) {
        var order = serviceOrders.facts(serviceOrderId);
        return steps.beyondTakingBack(requested.latest(serviceOrderId, STEP))
                .map(sent -> steps.ask(
                        order,
                        "withdraw",
                        SYSTEM,
                        step -> ordering.cancel(
                                step, SYSTEM, order.city(), sent.step(), "ESOP has given up " + serviceOrderId)));
    }
}
