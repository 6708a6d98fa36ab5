package esop.ordering;

import com.fasterxml.jackson.databind.ObjectMapper;
import esop.customer.Customer;
import esop.customer.Customers;
import esop.systems.Step;
import esop.systems.communication.Messages;
import esop.systems.productordering.ProductOrderMirror;
import esop.web.Texts;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the CRM and the customer how an order stands. */
@Service
@Transactional
class OrderNews {

    static final String MIRROR = "mirror-";
    static final String AMENDED = MIRROR + "amended";

    private final ProductOrderRepository orders;
    private final OrderEvents events;
    private final ProductOrderMirror mirror;
    private final Messages messages;
    private final Customers customers;
    private final ObjectMapper json;

    OrderNews(
            ProductOrderRepository orders,
            OrderEvents events,
            ProductOrderMirror mirror,
            Messages messages,
            Customers customers,
            ObjectMapper json) {
        this.orders = orders;
        this.events = events;
        this.mirror = mirror;
        this.messages = messages;
        this.customers = customers;
        this.json = json;
    }

    /** What is ordered has changed, its state has not. */
    void tellCrmOfAmendment(String orderId) {
        var order = orders.find(orderId).orElseThrow();
        var step = new Step(orderId, AMENDED, order.revision());
        mirror.mirror(step, order.city(), orderId, new Tmf622Order(order).body(json));
        events.add(order, "call.sent", null, orderId, Map.of("system", "crm", "step", step.name()));
    }

    void tellCrm(String orderId) {
        var order = orders.find(orderId).orElseThrow();
        var step = Step.of(orderId, MIRROR + order.state().word());
        mirror.mirror(step, order.city(), orderId, new Tmf622Order(order).body(json));
        events.add(order, "call.sent", null, orderId, Map.of("system", "crm", "step", step.name()));
    }

    /** In Chinese: that is what customers speak. */
    void tellCustomer(String orderId) {
        var order = orders.find(orderId).orElseThrow();
        var phone = customers
                .find(order.entry().customerId())
                .flatMap(Customer::contact)
                .map(Customer.Contact::phone);
        if (phone.isEmpty()) {
            events.add(order, "message.impossible", null, orderId, Map.of());
            return;
        }
        var products = order.items().stream()
                .map(ProductOrder.Item::offeringName)
                .distinct()
                .collect(Collectors.joining("、"));
        var content = Texts.in(
                Texts.CHINESE,
                "ordering.message." + order.state().word(),
                order.entry().customerName(),
                products,
                order.id());
        messages.send(Step.of(orderId, "notify-" + order.state().word()), order.city(), "SMS", phone.get(), content);
        events.add(order, "message.sent", null, orderId, Map.of("content", content));
    }
}
