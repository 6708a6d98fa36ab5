package esop.provisioning.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that sends fallouts again, with what has really become of each.
 *
 * @param running something is still to be sent or to be heard of
 * @param items of the caller's cities, the canary of each kind first
 */
record ResendRun(
        String id,
        String person,
        @Nullable String personName,
        @Nullable String note,
        Instant created,
        boolean running,
        Counts counts,
        List<Item> items) {

    /** @param unknown asked, and nobody knows yet */
    record Counts(long total, long waiting, long unknown, long fixed, long failedAgain, long stopped, long skipped) {}

    /**
     * @param state {@code waiting}, {@code asked}, {@code fixed}, {@code failed-again}, {@code unknown}, {@code stopped} or {@code skipped}
     * @param accepted the system has taken it up, the result is still to come
     * @param reason why it was skipped ({@code resolved}, {@code held}, {@code busy}, {@code not-yours}, {@code in-another-run}) or
     *     stopped ({@code canary-failed}, {@code canary-unknown}, {@code person})
     */
    record Item(
            String fallout,
            String orderId,
            String customerName,
            String system,
            String step,
            String errorClass,
            String fingerprint,
            boolean canary,
            String state,
            boolean accepted,
            @Nullable String reason,
            @Nullable String message,
            @Nullable Instant asked,
            @Nullable Instant settled) {}
}
