package esop.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import esop.provisioning.StepRequests.Asked;
import esop.systems.Step;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.State;
import esop.systems.productinventory.ProductInventory;
import esop.systems.productinventory.ProductInventory.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 登记订购: the CRM is told of all of an order's subscriptions that are ready in one call, a step of the first service order that opened
 * one of them, so that proof, fallout, resend and rollback know it like any other.
 */
@Service
class Registrations {

    static final String STEP = "subscribe";
    static final String UNDO = "unsubscribe";

    private static final String CRM = "crm";

    private final SubscriptionOrderRepository repository;
    private final ServiceOrders serviceOrders;
    private final StepRequests steps;
    private final ProductInventory inventory;

    Registrations(
            SubscriptionOrderRepository repository,
            ServiceOrders serviceOrders,
            StepRequests steps,
            ProductInventory inventory) {
        this.repository = repository;
        this.serviceOrders = serviceOrders;
        this.steps = steps;
        this.inventory = inventory;
    }

    /** @param order the service order it is a step of */
    record Registration(NewServiceOrder order, String productName, String productNameEn, Asked asked) {}

    @Transactional
    Registration request(String productOrderId) {
        var orders = repository.in(productOrderId, SubscriptionOrder.IN_PROGRESS);
        var with = serviceOrders.facts(orders.get(0).registeredWith());
        var products = orders.stream().map(this::product).toList();
        var asked = steps.ask(
                with,
                STEP,
                CRM,
                step -> inventory.register(step, with.city(), with.customerId(), productOrderId, products));
        return new Registration(
                with,
                products.stream().map(Product::name).distinct().collect(Collectors.joining("、")),
                orders.stream()
                        .map(order -> serviceOrders.nameEn(order.product()))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                asked);
    }

    /**
     * Though it was done once: the CRM has lost what it began.
     *
     * @return empty where it has done more than begin one subscription, which could then not be taken back as a whole
     */
    @Transactional
    Optional<Asked> requestAgain(String serviceOrderId) {
        var with = serviceOrders.facts(serviceOrderId);
        var orders = registered(with);
        if (orders.size() != 1 || !orders.get(0).action().equals("add")) {
            return Optional.empty();
        }
        var lost = product(orders.get(0), null, "add");
        return Optional.of(steps.ask(
                with,
                STEP,
                CRM,
                done -> false,
                step -> inventory.register(
                        step, with.city(), with.customerId(), with.productOrderId(), List.of(lost))));
    }

    /** Tells the CRM once more, as a step of somebody else's, what a product it keeps is to be. */
    @Transactional
    boolean restate(Step as, String serviceOrderId, String crmId, String subscription) {
        var with = serviceOrders.facts(serviceOrderId);
        var products = registered(with).stream()
                .filter(order -> subscription.equals(order.subscription()))
                .map(order -> product(order, crmId, order.action().equals("delete") ? "delete" : "modify"))
                .toList();
        if (products.isEmpty()) {
            return false;
        }
        inventory.register(as, with.city(), with.customerId(), with.productOrderId(), products);
        return true;
    }

    private List<SubscriptionOrder> registered(NewServiceOrder with) {
        return repository.in(with.productOrderId(), "completed").stream()
                .filter(order -> with.id().equals(order.registeredWith()))
                .toList();
    }

    private Product product(SubscriptionOrder order) {
        return product(order, order.crmId(), order.action());
    }

    private Product product(SubscriptionOrder order, @Nullable String crmId, String action) {
        return new Product(
                order.subscription(),
                crmId,
                order.orderItemId(),
                order.product(),
                serviceOrders.name(order.product()),
                action,
                order.characteristics());
    }

    /** The CRM's own numbers come with its answer, in whatever way that arrives. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void hear(StepAnswered answer) {
        if (answer.step().name().equals(STEP) && answer.state() == State.COMPLETED) {
            repository.complete(answer.step().aggregate(), crmIds(answer.body(), answer.step()));
        }
    }

    private static Map<String, String> crmIds(JsonNode body, Step step) {
        var ids = new HashMap<String, String>();
        for (var registration : body.isArray() ? body : List.of(body)) {
            if (registration.path("externalId").asText().equals(step.key())) {
                registration
                        .path("product")
                        .forEach(product -> ids.put(
                                product.path("externalId").asText(),
                                product.path("id").asText()));
            }
        }
        return ids;
    }

    /** What was decided where the CRM has not registered it: {@code manual}, a person has entered it there, or it is given up. */
    @Transactional
    void settle(String serviceOrderId, String outcome) {
        var byHand = outcome.equals("manual");
        repository.end(
                serviceOrderId,
                List.of(SubscriptionOrder.IN_PROGRESS),
                byHand ? "completed" : "failed",
                byHand ? "by-hand" : "given-up");
    }

    /** What the order has changed is as it was before. */
    void takenBack(String serviceOrderId) {
        repository.end(serviceOrderId, List.of("completed", SubscriptionOrder.IN_PROGRESS), "cancelled", "taken-back");
    }
}
