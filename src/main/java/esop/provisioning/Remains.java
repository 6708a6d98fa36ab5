package esop.provisioning;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is left of an ended order after a rollback: a service of which everything was taken back is no longer there, another only in part. */
@Component
class Remains {

    private final EffectRepository effects;
    private final ServiceOrders serviceOrders;
    private final ApplicationEventPublisher events;

    Remains(EffectRepository effects, ServiceOrders serviceOrders, ApplicationEventPublisher events) {
        this.effects = effects;
        this.serviceOrders = serviceOrders;
        this.events = events;
    }

    /** @param serviceOrderIds those of which something was taken back */
    void settle(String productOrderId, List<String> serviceOrderIds) {
        var standing =
                effects.of(productOrderId).stream().map(Effect::serviceOrderId).collect(Collectors.toSet());
        serviceOrderIds.forEach(id -> serviceOrders.takenBack(id, standing.contains(id)));
        if (!serviceOrderIds.isEmpty()) {
            events.publishEvent(new OrderTakenBack(productOrderId));
        }
    }
}
