package esop.systems.resend;

import esop.systems.Afterwards;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often the same call is tried.
 *
 * @param system, step {@code *} stands for any
 * @param errorClass {@code *} for any, or with {@code *} at its end
 * @param afterwards what becomes of a step whose calls are used up
 * @param intervals ISO 8601 durations before the second attempt, the third …; the last one repeats
 */
record ResendRule(
        long id,
        String system,
        String step,
        String errorClass,
        int attempts,
        List<String> intervals,
        int jitterPercent,
        Afterwards afterwards,
        int revision,
        @Nullable String changedBy,
        @Nullable Instant changed) {}
