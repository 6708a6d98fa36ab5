package esop.opportunity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One level that has to agree.
 *
 * @param subject {@code solution} or {@code agreement}
 * @param round how often this was submitted
 * @param position in the order of levels
 * @param level {@code city}, {@code province}, {@code finance} or {@code legal}
 * @param vote {@code approve} or {@code refuse}; null while it is awaited
 */
public record Approval(
        String subject,
        int round,
        int position,
        String level,
        String role,
        String submittedBy,
        Instant submitted,
        @Nullable String vote,
        @Nullable String opinion,
        @Nullable String voter,
        @Nullable String voterName,
        @Nullable Instant voted) {}
