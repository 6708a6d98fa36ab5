package esop.systems.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A callback that was not taken.
 *
 * @param reason in one word, for example {@code unknown-call}
 * @param callKey of the call it is about, where one was found
 * @param alarmed it has been nobody's for longer than it should
 */
record CallbackRow(
        String id,
        String system,
        @Nullable String messageId,
        Instant received,
        State state,
        @Nullable String reason,
        @Nullable String callKey,
        int attempts,
        @Nullable Instant retryAt,
        boolean alarmed,
        @Nullable String remoteAddress,
        JsonNode body) {

    enum State {
        /** Kept, and tried again at {@code retryAt}. */
        PARKED,
        REFUSED,
        /** Unsigned or forged: what it says is only text. */
        TURNED_AWAY
    }
}
