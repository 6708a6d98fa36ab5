package esop.ordering.web;

import esop.catalog.Catalog;
import esop.catalog.ChosenCharacteristic;
import esop.catalog.ProductOffering;
import esop.customer.Customers;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.ordering.ProductOrderState;
import esop.provisioning.Provisioning;
import esop.provisioning.Risks;
import esop.provisioning.Risks.Risk;
import esop.provisioning.ServiceOrderView;
import esop.provisioning.SubscriptionOrder;
import esop.provisioning.Subscriptions;
import esop.systems.CallView;
import esop.systems.SystemCalls;
import esop.web.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts an order's page together from the modules that know its parts. */
@Component
@Transactional(readOnly = true)
class OrderPages {

    private final Ordering ordering;
    private final Provisioning provisioning;
    private final Subscriptions subscriptions;
    private final Risks risks;
    private final SystemCalls calls;
    private final Customers customers;
    private final Catalog catalog;
    private final Reasons reasons;
    private final Clock clock;

    OrderPages(
            Ordering ordering,
            Provisioning provisioning,
            Subscriptions subscriptions,
            Risks risks,
            SystemCalls calls,
            Customers customers,
            Catalog catalog,
            Reasons reasons,
            Clock clock) {
        this.ordering = ordering;
        this.provisioning = provisioning;
        this.subscriptions = subscriptions;
        this.risks = risks;
        this.calls = calls;
        this.customers = customers;
        this.catalog = catalog;
        this.reasons = reasons;
        this.clock = clock;
    }

    OrderDetail detail(ProductOrder order) {
        var offerings =
                catalog.withRetired().stream().collect(Collectors.toMap(ProductOffering::id, offering -> offering));
        var entry = order.entry();
        var progress = order.progress();
        var message = progress.message();
        var serviceOrders = provisioning.ofProductOrders(List.of(order.id()));
        var unusual = risks.ofOrders(List.of(order.id()));
        var changeable = ordering.changeableItems(order, serviceOrders);
        return new OrderDetail(
                order.id(),
                order.state(),
                entry.category(),
                entry.template(),
                customer(entry),
                order.items().stream()
                        .map(item -> item(item, changeable.contains(item.id()), offerings.get(item.offeringId())))
                        .toList(),
                entry.requestedDate(),
                entry.due(),
                order.late(clock.instant()),
                order.state().isFinal() ? null : Forecast.of(order.id(), unusual),
                entry.priority(),
                entry.note(),
                entry.contactId(),
                contact(entry),
                entry.created(),
                entry.receiver(),
                entry.receiverName(),
                progress.completed(),
                order.state() == ProductOrderState.REJECTED && message != null
                        ? reasons.rejection(message, Texts.current())
                        : message,
                serviceOrders.stream()
                        .map(view -> serviceOrder(
                                view,
                                reasons.message(view, serviceOrders),
                                unusual,
                                Optional.ofNullable(offerings.get(view.product()))))
                        .toList(),
                subscriptions.ofProductOrder(order.id()).stream()
                        .map(subscription -> subscriptionOrder(
                                subscription, Optional.ofNullable(offerings.get(subscription.product()))))
                        .toList(),
                List.of(),
                order.instanceId(),
                order.revision(),
                new OrderDetail.Mirror(order.mirror().state(), order.mirror().at()),
                ordering.returnCall(order.id()).orElse(null));
    }

    /** The calls of the order itself, of its service orders and of their work orders, oldest first. */
    List<CallView> calls(ProductOrder order) {
        var aggregates = new ArrayList<>(List.of(order.id()));
        for (var serviceOrder : provisioning.ofProductOrders(List.of(order.id()))) {
            aggregates.add(serviceOrder.id());
            serviceOrder.workOrders().forEach(workOrder -> aggregates.add(workOrder.id()));
        }
        return calls.ofAggregates(aggregates);
    }

    private OrderDetail.Customer customer(ProductOrder.Entry entry) {
        var known = customers.find(entry.customerId());
        return new OrderDetail.Customer(
                entry.customerId(),
                entry.customerName(),
                entry.city(),
                entry.customerLevel(),
                known.map(customer -> customer.address()).orElse(null),
                known.flatMap(customer -> customer.contact())
                        .map(person -> new OrderDetail.Contact(person.name(), person.title(), person.phoneMasked()))
                        .orElse(null));
    }

    private static OrderDetail.@Nullable Contact contact(ProductOrder.Entry entry) {
        var contact = entry.contact();
        return contact == null
                ? null
                : new OrderDetail.Contact(String.valueOf(contact.name()), null, contact.phoneMasked());
    }

    private static OrderDetail.Item item(
            ProductOrder.Item item, boolean changeable, @Nullable ProductOffering offering) {
        return new OrderDetail.Item(
                item.id(),
                item.offeringId(),
                item.offeringName(),
                item.offeringNameEn(),
                item.action(),
                item.quantity(),
                item.state(),
                changeable,
                ChosenCharacteristic.of(item.characteristics(), Optional.ofNullable(offering)));
    }

    private static OrderDetail.ServiceOrder serviceOrder(
            ServiceOrderView view, @Nullable String message, List<Risk> unusual, Optional<ProductOffering> offering) {
        return new OrderDetail.ServiceOrder(
                view.id(),
                view.orderItemId(),
                view.state(),
                view.path(),
                view.path() == null ? null : Words.chinese("path", view.path()),
                view.path() == null ? null : Words.english("path", view.path()),
                view.product(),
                offering.map(ProductOffering::name).orElse(view.product()),
                offering.map(ProductOffering::nameEn).orElse(view.product()),
                view.action(),
                view.level(),
                view.dependsOn(),
                view.due(),
                view.created(),
                view.completed(),
                message,
                view.replacedBy(),
                view.openFallout(),
                view.completed() == null ? view.outlook() : null,
                ChosenCharacteristic.of(view.characteristics(), offering),
                view.workOrders().stream()
                        .map(work -> OrderDetail.WorkOrder.of(work, unusual))
                        .toList());
    }

    private static OrderDetail.SubscriptionOrder subscriptionOrder(
            SubscriptionOrder order, Optional<ProductOffering> offering) {
        var message = order.message();
        return new OrderDetail.SubscriptionOrder(
                order.id(),
                order.orderItemId(),
                order.state(),
                order.product(),
                offering.map(ProductOffering::name).orElse(order.product()),
                offering.map(ProductOffering::nameEn).orElse(order.product()),
                order.action(),
                order.subscription(),
                order.crmId(),
                message == null ? null : Texts.get("ordering.subscription." + message),
                order.openFallout(),
                order.created(),
                order.completed(),
                ChosenCharacteristic.of(order.characteristics(), offering));
    }
}
