package esop.systems;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a backing system says of a step under way besides its state (TMF641). Published like {@link StepAnswered}, as often as it says so.
 *
 * @param expected when it expects to be done, where that is not the date it was asked for
 * @param alert what endangers it, in the system's own words
 * @param milestone what it has reached
 * @param wanted information without which it does not go on
 */
public record StepOutlook(
        Step step,
        String system,
        @Nullable Instant expected,
        @Nullable String alert,
        @Nullable String milestone,
        @Nullable String wanted) {}
