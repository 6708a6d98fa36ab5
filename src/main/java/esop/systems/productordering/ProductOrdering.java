package esop.systems.productordering;

import esop.systems.Step;
import java.time.Instant;
import java.util.Map;

/** Orders to another operator's ordering system: the first-level ESOP, for network-wide products (ESOP 4.3.2). */
public interface ProductOrdering {

    /**
     * @param system whom to ask, for example {@code first-level}
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
     * Has ended what an order has brought about, by an order of its own.
     *
     * @param order the step that ordered
     */
    void end(
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
