package esop.systems.resourceordering;

import esop.systems.Step;
import java.time.Instant;
import java.util.Map;

/** Construction work orders to the network department's EOMS (ESOP 6.3.2.1.2(3)). */
public interface ResourceOrdering {

    void order(
            Step step,
            String city,
            String product,
            String action,
            String customerId,
            Instant requestedCompletion,
            int priority,
            Map<String, ?> characteristics);

    /**
     * Has taken down what a construction has built, by an order of its own.
     *
     * @param construction the step that ordered it
     */
    void dismantle(
            Step step,
            String city,
            String product,
            String customerId,
            Instant requestedCompletion,
            int priority,
            Map<String, ?> characteristics,
            Step construction);

    /**
     * Withdraws an order (撤单) to take back what it does; whoever has begun may refuse, which is then the answer.
     *
     * @param construction the step that ordered it
     */
    void cancel(Step step, String city, Step construction, String reason);

    /**
     * Withdraws an order because a person wants its work to stop; answered like the above. What becomes of the order is left open, so that it may still be taken back.
     *
     * @param construction the step that ordered it
     */
    void stop(Step step, String city, Step construction, String reason);

    /**
     * Tells EOMS to hurry (催单). It moves no date.
     *
     * @param construction the step that ordered it
     * @param priority from 0, the most urgent, to 4
     */
    void expedite(Step step, String city, Step construction, int priority, String note);
}
