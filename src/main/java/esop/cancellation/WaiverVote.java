package esop.cancellation;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One level that has to agree to what is waived.
 *
 * @param round how often this was submitted
 * @param position in the order of levels
 * @param level {@code city}, {@code province} or {@code finance}
 * @param waived what was to be waived in that round, in yuan
 * @param vote {@code approve} or {@code refuse}; null while it is awaited
 */
public record WaiverVote(
        int round,
        int position,
        String level,
        String role,
        BigDecimal waived,
        String submittedBy,
        Instant submitted,
        @Nullable String vote,
        @Nullable String opinion,
        @Nullable String voter,
        @Nullable Instant voted) {}
