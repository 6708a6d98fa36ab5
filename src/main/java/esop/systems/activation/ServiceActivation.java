package esop.systems.activation;

import esop.systems.Step;
import java.util.Map;

/** Opens, changes or ends a service at BOSS at once, without a work order (ESOP 6.3.2.1.2(1)). */
public interface ServiceActivation {

    /** @param action {@code add}, {@code modify} or {@code delete} */
    void activate(
            Step step, String city, String product, String action, String customerId, Map<String, ?> characteristics);

    /**
     * Says once more to a service that BOSS keeps what it is to be.
     *
     * @param service BOSS's number of it
     * @param action what the order did: after a {@code delete} it is terminated, else active
     */
    void restate(
            Step step,
            String city,
            String service,
            String product,
            String action,
            String customerId,
            Map<String, ?> characteristics);

    /**
     * Ends the very service that an activation has opened.
     *
     * @param activation the step that opened it
     */
    void deactivate(Step step, String city, String product, String customerId, Step activation);
}
