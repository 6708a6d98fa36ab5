package esop.cancellation.web;

import esop.cancellation.Cancellations;
import esop.cancellation.Line;
import esop.cancellation.ServiceCancellation;
import esop.provisioning.SubscriptionOrder;
import esop.provisioning.Subscriptions;
import esop.web.Texts;
import esop.workflow.MatterPart;
import esop.workflow.TaskHistory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Cancellations in a customer's matter: from the orders that began what ends, and what was agreed on it, to the order that takes it down. */
@Component
class CancellationMatter implements MatterPart {

    private final Cancellations cancellations;
    private final Subscriptions subscriptions;
    private final CancellationTimeline timeline;

    CancellationMatter(Cancellations cancellations, Subscriptions subscriptions, CancellationTimeline timeline) {
        this.cancellations = cancellations;
        this.subscriptions = subscriptions;
        this.timeline = timeline;
    }

    @Override
    public String right() {
        return "cancellations:read";
    }

    @Override
    public List<Station> about(Set<String> numbers) {
        return numbers.stream().flatMap(this::found).map(this::station).toList();
    }

    private Stream<ServiceCancellation> found(String number) {
        if (number.startsWith("SC")) {
            return cancellations.find(number).stream();
        }
        return number.startsWith("PO")
                ? Stream.concat(
                        cancellations.ofOrder(number).stream(),
                        cancellations
                                .ofSubscriptions(subscriptions.ofProductOrder(number).stream()
                                        .map(SubscriptionOrder::id)
                                        .toList())
                                .stream())
                : Stream.empty();
    }

    private Station station(ServiceCancellation cancellation) {
        var entry = cancellation.entry();
        return new Station(
                cancellation.id(),
                "cancellation",
                Texts.get("cancellation.matter.cancellation"),
                cancellation.lines().stream()
                        .map(line -> Texts.isEnglish() ? line.productNameEn() : line.productName())
                        .distinct()
                        .collect(Collectors.joining(Texts.isEnglish() ? ", " : "、")),
                Texts.get("cancellation.state." + cancellation.state().word()),
                entry.customerId(),
                entry.customerName(),
                "/cancellations/" + cancellation.id(),
                null,
                entry.created(),
                null,
                cancellation.ended(),
                null,
                leadsTo(cancellation));
    }

    private Set<String> leadsTo(ServiceCancellation cancellation) {
        var numbers = new HashSet<String>();
        cancellation.lines().forEach(line -> numbers.addAll(before(line)));
        if (cancellation.orderId() != null) {
            numbers.add(cancellation.orderId());
        }
        return numbers;
    }

    /** The order that began it; one that only changed it is a matter of its own. */
    private Set<String> before(Line line) {
        var numbers =
                subscriptions.orders(line.subscription()).stream().limit(1).collect(Collectors.toSet());
        if (line.bound() != null) {
            numbers.add(line.bound().opportunityId());
        }
        return numbers;
    }

    @Override
    public List<TaskHistory.Entry> history(String number) {
        return cancellations.find(number).isPresent() ? timeline.of(number) : List.of();
    }
}
