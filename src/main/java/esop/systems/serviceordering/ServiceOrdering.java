package esop.systems.serviceordering;

import esop.systems.Step;
import java.time.Instant;
import java.util.Map;

/** Orders to whoever opens a service in a workflow of its own: the business platform, integrators (ESOP 6.3.2.1.2(2), (4)). */
public interface ServiceOrdering {

    /**
     * @param system whom to ask, for example {@code platform} or {@code si}
     * @param action {@code add}, {@code modify} or {@code delete}
     */
    void order(
            Step step,
            String system,
            String city,
            String product,
            String action,
            String customerId,
            Instant requestedCompletion,
            int priority,
            Map<String, ?> characteristics);

    /**
     * Has closed what an order has opened, by an order of its own.
     *
     * @param order the step that ordered
     */
    void close(
            Step step,
            String system,
            String city,
            String product,
            String customerId,
            Instant requestedCompletion,
            int priority,
            Map<String, ?> characteristics,
            Step order);

    /**
     * Withdraws an order (撤单); whoever has begun may refuse, which is then the answer.
     *
     * @param order the step that ordered
     */
    void cancel(Step step, String system, String city, Step order, String reason);
}
