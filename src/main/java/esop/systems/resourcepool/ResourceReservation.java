package esop.systems.resourcepool;

import esop.systems.Step;
import java.util.Map;

/** Occupies network resources before construction, releases them on withdrawal (ESOP 4.3.2, 6.10). */
public interface ResourceReservation {

    void reserve(Step step, String city, String product, Map<String, ?> characteristics);

    /** @param reservation the step that reserved */
    void release(Step step, String city, Step reservation);
}
