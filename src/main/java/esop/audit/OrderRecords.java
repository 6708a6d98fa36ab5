package esop.audit;

import esop.provisioning.Provisioning;
import esop.provisioning.Rollbacks;
import esop.provisioning.ServiceOrderView;
import esop.provisioning.SubscriptionOrder;
import esop.provisioning.Subscriptions;
import esop.systems.records.LeftRecord;
import esop.systems.records.RecordKind;
import esop.systems.records.SystemRecords;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an order has left at other systems and not taken back, as whatever has written it last wants it to be. */
@Component
class OrderRecords {

    /** Their records are histories: an order that was carried out stays so, also after another has undone it. */
    private static final Set<RecordKind> HISTORIES =
            Set.of(RecordKind.RESOURCE_ORDER, RecordKind.SERVICE_ORDER, RecordKind.PRODUCT_ORDER);

    /** Of these nobody can say what the record ought to be. */
    private static final Set<String> DOUBTFUL = Set.of("doubtful", "by-hand");

    private final Provisioning provisioning;
    private final Subscriptions subscriptions;
    private final Rollbacks rollbacks;
    private final SystemRecords records;

    OrderRecords(Provisioning provisioning, Subscriptions subscriptions, Rollbacks rollbacks, SystemRecords records) {
        this.provisioning = provisioning;
        this.subscriptions = subscriptions;
        this.rollbacks = rollbacks;
        this.records = records;
    }

    List<LeftRecord> of(String orderId) {
        var serviceOrders = provisioning.ofProductOrders(List.of(orderId));
        if (serviceOrders.isEmpty()) {
            return List.of();
        }
        var own = aggregates(orderId, serviceOrders);
        var standing = rollbacks.preview(orderId).steps().stream()
                .filter(step -> !DOUBTFUL.contains(String.valueOf(step.obstacle())))
                .map(Rollbacks.Step::key)
                .collect(Collectors.toSet());
        return records.leftBy(own, registrationsSince(orderId)).stream()
                .filter(record -> !HISTORIES.contains(record.kind())
                        || record.source().aggregate().equals(orderId)
                        || standing.contains(record.source().key()))
                .toList();
    }

    private static Set<String> aggregates(String orderId, List<ServiceOrderView> serviceOrders) {
        return Stream.concat(
                        Stream.of(orderId),
                        serviceOrders.stream()
                                .flatMap(order -> Stream.concat(
                                        Stream.of(order.id()),
                                        order.workOrders().stream().map(ServiceOrderView.WorkOrderView::id))))
                .collect(Collectors.toSet());
    }

    /** The service orders with which other orders have told the CRM of the same subscriptions. */
    private Set<String> registrationsSince(String orderId) {
        return subscriptions.ofProductOrder(orderId).stream()
                .map(SubscriptionOrder::subscription)
                .filter(Objects::nonNull)
                .flatMap(subscription -> subscriptions.orders(subscription).stream())
                .distinct()
                .flatMap(other -> subscriptions.ofProductOrder(other).stream())
                .map(SubscriptionOrder::registeredWith)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
