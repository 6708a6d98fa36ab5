package esop.audit;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.provisioning.ProvisioningFact;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the order what its audit has come to, in the transaction in which it does. */
@Component
class AuditTelling {

    private final ApplicationEventPublisher events;
    private final CurrentPerson currentPerson;

    AuditTelling(ApplicationEventPublisher events, CurrentPerson currentPerson) {
        this.events = events;
        this.currentPerson = currentPerson;
    }

    void tell(String kind, OrderAudit audit, Map<String, String> params) {
        events.publishEvent(new ProvisioningFact(kind, audit.orderId(), audit.id(), actor(), params));
    }

    @Nullable
    String actor() {
        return currentPerson.find().map(Person::id).orElse(null);
    }
}
