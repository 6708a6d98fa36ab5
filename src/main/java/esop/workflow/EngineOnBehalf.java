package esop.workflow;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Lets the engine work in a person's name for a worker, as {@link EngineSignOn} does during a request, so that history says who did it. */
@Component
public class EngineOnBehalf {

    private final IdentityService identity;

    EngineOnBehalf(IdentityService identity) {
        this.identity = identity;
    }

    public <T> T of(String person, Supplier<T> work) {
        identity.setAuthentication(person, Permissions.OF_OUR_API);
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
