package esop.workflow;

import java.time.Instant;

/** The clocks of units and partners (OLA): from what they are asked to what they answer, in their own working time. */
public interface UnitClocks {

    /**
     * Does nothing where this clock runs already.
     *
     * @param key of the step that is asked, with its generation
     * @param work what it is a step of, for example a work order
     * @param about the order
     * @param side whose time it is: {@code network}, {@code platform} or {@code partner}
     * @param target in working days where it has no hours; hours and minutes are real ones, as for machines
     */
    void begin(String key, String work, String about, String city, String unit, String side, String target, Instant at);

    /** Ends what still runs for this work. */
    void end(String work, Instant at);
}
