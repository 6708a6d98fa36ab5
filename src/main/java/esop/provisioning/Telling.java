package esop.provisioning;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the order what happens to it, in the transaction in which it happens. */
@Component
class Telling {

    private final ApplicationEventPublisher events;
    private final CurrentPerson currentPerson;

    Telling(ApplicationEventPublisher events, CurrentPerson currentPerson) {
        this.events = events;
        this.currentPerson = currentPerson;
    }

    /** @param params name, value, name, value …; pairs without a value are left out */
    void tell(String kind, String productOrderId, String subject, @Nullable String... params) {
        events.publishEvent(new ProvisioningFact(kind, productOrderId, subject, actor(), pairs(params)));
    }

    @Nullable
    String actor() {
        return currentPerson.find().map(Person::id).orElse(null);
    }

    private static Map<String, String> pairs(@Nullable String... params) {
        var pairs = new TreeMap<String, String>();
        for (int i = 0; i < params.length; i += 2) {
            if (params[i + 1] != null) {
                pairs.put(params[i], params[i + 1]);
            }
        }
        return pairs;
    }
}
