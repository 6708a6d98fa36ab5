package esop.systems;

/**
 * Orders to a system that carries them out in a workflow of its own, which TM Forum's APIs treat alike whatever is ordered. Its answers
 * come as {@link StepAnswered}.
 */
public interface Ordering {

    /** @param system whom to ask, for example {@code eoms}, {@code platform} or {@code si} */
    void order(Step step, String system, Ordered what);

    /**
     * Has what an order has brought about taken away, by an order of its own.
     *
     * @param order the step that ordered
     */
    void undo(Step step, String system, Ordered what, Step order);

    /**
     * Withdraws an order (撤单) to take back what it does; whoever has begun may refuse, which is then the answer.
     *
     * @param order the step that ordered
     */
    void cancel(Step step, String system, String city, Step order, String reason);

    /**
     * Withdraws an order because a person wants its work to stop; answered like the above. What becomes of the order is left open, so that it may still be taken back.
     *
     * @param order the step that ordered
     */
    void stop(Step step, String system, String city, Step order, String reason);

    /**
     * Tells the system to hurry (催单). It moves no date.
     *
     * @param order the step that ordered
     * @param priority from 0, the most urgent, to 4
     */
    void expedite(Step step, String system, String city, Step order, int priority, String note);
}
