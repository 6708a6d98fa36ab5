package esop.workflow.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is given work now.
 *
 * @param because {@code said} by themselves (counts until), {@code absence} (with its last day) or {@code calendar}
 */
public record Presence(
        boolean present,
        String because,
        @Nullable Instant until,
        @Nullable LocalDate awayUntil) {}
