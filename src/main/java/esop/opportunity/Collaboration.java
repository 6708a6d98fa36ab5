package esop.opportunity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that was in another channel's hands.
 *
 * @param channel a role, or a partner
 * @param ended null while it is there
 * @param done what that channel did; null where it did nothing in time
 */
public record Collaboration(
        String stage,
        String channel,
        Instant asked,
        @Nullable String askedBy,
        String ask,
        @Nullable Instant ended,
        @Nullable String endedBy,
        @Nullable String done) {}
