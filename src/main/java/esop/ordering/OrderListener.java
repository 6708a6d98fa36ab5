package esop.ordering;

import static esop.systems.StepAnswered.State.COMPLETED;

import esop.provisioning.OrderRollbackDecided;
import esop.provisioning.OrderTakenBack;
import esop.provisioning.ProvisioningFact;
import esop.provisioning.ServiceOrderEnded;
import esop.systems.StepAnswered;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other modules say about an order becomes its state and its timeline, in the transaction in which they say it. */
@Component
@Transactional
class OrderListener {

    private static final String OURS = "PO";

    private final ProductOrderRepository orders;
    private final OrderEvents events;
    private final OrderProcess process;
    private final OrderFulfilment fulfilment;
    private final Clock clock;

    OrderListener(
            ProductOrderRepository orders,
            OrderEvents events,
            OrderProcess process,
            OrderFulfilment fulfilment,
            Clock clock) {
        this.orders = orders;
        this.events = events;
        this.process = process;
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    @EventListener
    void on(ServiceOrderEnded ended) {
        change(ended.productOrderId(), Map.of(), ProductOrder::serviceOrderEnded);
    }

    @EventListener
    void on(ProvisioningFact fact) {
        events.add(fact.productOrderId(), fact.kind(), fact.actor(), fact.subject(), fact.params());
        switch (fact.kind()) {
            case "fallout.opened", "service-order.held" ->
                change(fact.productOrderId(), fact.params(), ProductOrder::hold);
            case "fallout.resolved", "service-order.resumed" ->
                change(fact.productOrderId(), fact.params(), ProductOrder::release);
            case "service-order.renewed" -> change(fact.productOrderId(), Map.of(), ProductOrder::serviceOrderRenewed);
            default -> {}
        }
    }

    @EventListener
    void on(OrderRollbackDecided decided) {
        process.rollBack(orders.find(decided.productOrderId()).orElseThrow(), decided.reason());
    }

    @EventListener
    void on(OrderTakenBack taken) {
        fulfilment.takenBack(taken.productOrderId());
    }

    /** The CRM's and the message gateway's answers about the order itself. */
    @EventListener
    void on(StepAnswered answer) {
        var orderId = answer.step().aggregate();
        if (!orderId.startsWith(OURS) || !answer.state().isFinal()) {
            return;
        }
        var order = orders.lock(orderId);
        var params = new HashMap<>(Map.of(
                "system",
                answer.system(),
                "step",
                answer.step().name(),
                "state",
                answer.state().name()));
        if (answer.message() != null) {
            params.put("message", answer.message());
        }
        events.add(order, "call.answered", null, orderId, params);
        if (answer.state() == COMPLETED
                && answer.step().name().startsWith(OrderNews.MIRROR)
                && !answer.step().name().equals(OrderNews.AMENDED)) {
            var state = answer.step().name().substring(OrderNews.MIRROR.length());
            orders.update(order.mirrored(state, clock.instant()));
        }
    }

    /** @param reason what an order that is held by this is held for */
    private void change(String orderId, Map<String, String> reason, UnaryOperator<ProductOrder> verb) {
        var before = orders.lock(orderId);
        // While it is withdrawn, only the withdrawal moves it.
        if (!before.isUnderWay()) {
            return;
        }
        var after = verb.apply(before);
        orders.update(after);
        if (after.state() != before.state()) {
            var held = after.state() == ProductOrderState.HELD;
            events.add(after, held ? "order.held" : "order.resumed", null, orderId, held ? reason : Map.of());
        }
    }
}
