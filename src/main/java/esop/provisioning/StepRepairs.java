package esop.provisioning;

import esop.systems.Step;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes good at a system what a step of an ended order has once done there (数据同步, ESOP 6.11.2). */
public interface StepRepairs {

    /**
     * Sends a step again whose effect is gone, as its next generation.
     *
     * @return the step that was sent, empty where this kind is not sent again by itself
     */
    Optional<Step> sendAgain(Step done);

    /**
     * Says once more to the record that a step has made what it is to be.
     *
     * @param as the step that says so
     * @param record the system's number of it
     * @param subscription ours, where it is one
     * @return false where this kind cannot be said again
     */
    boolean restate(Step as, Step done, String record, @Nullable String subscription);
}
