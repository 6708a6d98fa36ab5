package esop.ordering;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.ordering.Withdrawal.Granted;
import esop.ordering.Withdrawal.Refused;
import esop.provisioning.Provisioning;
import esop.provisioning.ServiceOrderView;
import esop.workflow.Decisions;
import esop.workflow.OpenTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** 撤单: an order under way is stopped, and what was done for it is taken back by the process {@code withdrawal} (ESOP 6.3.2.1.1). */
@Service
class Withdrawals {

    private final ProductOrderRepository orders;
    private final OrderEvents events;
    private final OrderProcess process;
    private final Provisioning provisioning;
    private final Decisions decisions;
    private final OpenTasks tasks;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;
    private final TransactionOperations transaction;

    Withdrawals(
            ProductOrderRepository orders,
            OrderEvents events,
            OrderProcess process,
            Provisioning provisioning,
            Decisions decisions,
            OpenTasks tasks,
            CurrentPerson currentPerson,
            AuditLog audit,
            TransactionOperations transaction) {
        this.orders = orders;
        this.events = events;
        this.process = process;
        this.provisioning = provisioning;
        this.decisions = decisions;
        this.tasks = tasks;
        this.currentPerson = currentPerson;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Of a withdrawal and whatever else moves the order in the same moment, one wins; here, the loser is told so. */
    Withdrawal withdraw(String orderId, String reason) {
        try {
            return transaction.execute(status -> decide(orderId, reason));
        } catch (OptimisticLockingException | ConcurrencyFailureException overtaken) {
            return new Refused("overtaken", List.of());
        }
    }

    /** Why it would be refused now. */
    @Transactional(readOnly = true)
    Optional<Refused> foreseen(ProductOrder order) {
        return refusal(order);
    }

    private Withdrawal decide(String orderId, String reason) {
        tasks.hold(orderId);
        provisioning.lock(orderId);
        var order = orders.lock(orderId);
        var person = currentPerson.get().id();
        var refused = refusal(order);
        if (refused.isPresent()) {
            events.add(
                    order,
                    "order.withdrawal-refused",
                    person,
                    orderId,
                    Map.of("withdrawal", refused.get().reason(), "message", reason));
            return refused.get();
        }
        process.withdraw(order, reason);
        end(order, "order.withdrawal-granted", person, reason);
        audit.record("order.withdraw", "order/" + orderId, order.city(), Map.of("reason", reason));
        return new Granted(orders.find(orderId).orElseThrow());
    }

    /**
     * 整单回退: stops an order that a fallout ends.
     *
     * @return {@code stopped}, {@code busy}: a system is just doing something for it, or {@code over}: it is stopped or ended
     *     already, or that was decided otherwise meanwhile
     */
    @Transactional
    String stop(String orderId, String reason) {
        tasks.hold(orderId);
        provisioning.lock(orderId);
        var order = orders.lock(orderId);
        if (!order.isUnderWay() || !provisioning.isRollbackDecided(orderId)) {
            return "over";
        }
        if (provisioning.isBusy(orderId)) {
            return "busy";
        }
        process.stop(order);
        end(order, "order.rollback-decided", null, reason);
        return OrderProcess.STOPPED;
    }

    private void end(ProductOrder order, String kind, @Nullable String person, String reason) {
        var withdrawn = order.withdraw(reason);
        orders.update(withdrawn);
        events.add(withdrawn, kind, person, order.id(), Map.of("message", reason));
        provisioning.withdraw(order.id(), reason);
    }

    private Optional<Refused> refusal(ProductOrder order) {
        if (order.state().isFinal()) {
            return Optional.of(new Refused("ended", List.of()));
        }
        if (order.state() == ProductOrderState.PENDING_CANCELLATION) {
            return Optional.of(new Refused("running", List.of()));
        }
        return pointOfNoReturn(order.id())
                .or(() -> provisioning.isBusy(order.id())
                        ? Optional.of(new Refused("busy", List.of()))
                        : Optional.empty());
    }

    private Optional<Refused> pointOfNoReturn(String orderId) {
        var products = new ArrayList<String>();
        var reason = "";
        for (var view : provisioning.ofProductOrders(List.of(orderId))) {
            var said = String.valueOf(decisions
                    .evaluate("point-of-no-return", Map.of("product", view.product(), "stage", stage(view)))
                    .get(0)
                    .get("withdrawal"));
            if (!said.equals("allowed")) {
                products.add(view.product());
                reason = said;
            }
        }
        return products.isEmpty() ? Optional.empty() : Optional.of(new Refused(reason, List.copyOf(products)));
    }

    /** The service order's state, or how far its units are while it is in progress. */
    private static String stage(ServiceOrderView view) {
        return view.state().equals("inProgress") ? view.furthestStage().orElse(view.state()) : view.state();
    }
}
