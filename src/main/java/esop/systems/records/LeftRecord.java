package esop.systems.records;

import esop.systems.Step;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that a call of ours has left at another system.
 *
 * @param id the system's number of it
 * @param source the step that made it, in its last generation
 * @param writtenBy the step that last said what it is to be, perhaps another order's
 * @param ours what it is to be, by element
 * @param subscription our own number of it, where it is one
 */
public record LeftRecord(
        RecordKind kind,
        String system,
        String id,
        Step source,
        Step writtenBy,
        Instant written,
        Map<String, String> ours,
        @Nullable String subscription) {

    /** As a later call has it. */
    LeftRecord as(Step step, Instant at, Map<String, String> said) {
        return new LeftRecord(kind, system, id, source, step, at, said, subscription);
    }

    /** The same whatever generation of its step has made it. */
    public String name() {
        return source.aggregate() + ":" + source.name() + (subscription == null ? "" : ":" + subscription);
    }
}
