package esop.provisioning;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fallout of a run that sends again.
 *
 * @param canary goes first of its fingerprint
 * @param state {@code waiting}, {@code asked}, {@code fixed}, {@code failed-again}, {@code unknown}, {@code stopped} or {@code skipped}
 * @param tries how often sending could not even begin
 * @param person who asked for the run
 */
record ResendItem(
        String run,
        String fallout,
        String fingerprint,
        boolean canary,
        String state,
        boolean accepted,
        int tries,
        @Nullable Instant asked,
        String person,
        @Nullable String note) {

    boolean isWaiting() {
        return state.equals("waiting");
    }

    boolean isLongerThan(Duration patience, Instant now) {
        return asked != null && asked.plus(patience).isBefore(now);
    }
}
