package esop.systems.appointment;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.Step;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 预约: the visits that integrators make at customers' places (ESOP 6.3.2.1.2(4)). */
public interface Appointments {

    /**
     * Takes the first time that is free; refused where none is.
     *
     * @param system whom to ask, for example {@code si}
     * @param work what the visit is for, for example a work order
     * @param place address of the visit, null where the order does not say it
     * @param earliest from when on the customer expects somebody
     */
    void make(
            Step step,
            String system,
            String city,
            String product,
            String customerId,
            String work,
            @Nullable String place,
            Instant earliest);

    /**
     * Calls a visit off that has not taken place.
     *
     * @param appointment the step that made it
     */
    void callOff(Step step, String system, String city, Step appointment, String reason);

    /** The time that the body of an answer agrees on. */
    Optional<Visit> visit(JsonNode answer);
}
