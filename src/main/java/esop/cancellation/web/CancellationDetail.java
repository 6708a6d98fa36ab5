package esop.cancellation.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import esop.cancellation.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cancellation's page.
 *
 * @param lines what is to end, with how its penalty was computed
 * @param waivedPercent what of the penalty is to be waived
 * @param charged what BOSS was told to charge, in yuan; {@code charge} what it said: {@code asked}, {@code charged} or {@code failed}
 * @param votes every round of approval, oldest first
 * @param mayWithdraw whether the reader may withdraw it now
 */
record CancellationDetail(
        @JsonUnwrapped CancellationRow row,
        List<Line> lines,
        BigDecimal waivedPercent,
        @Nullable String retention,
        @Nullable String retentionNote,
        @Nullable String choice,
        @Nullable String waiverReason,
        @Nullable BigDecimal charged,
        @Nullable String charge,
        @Nullable String message,
        List<Vote> votes,
        boolean mayWithdraw,
        @Nullable String instanceId) {

    /** @param vote {@code approve} or {@code refuse}; null while it is awaited */
    record Vote(
            int round,
            String level,
            String role,
            BigDecimal waived,
            String submittedByName,
            Instant submitted,
            @Nullable String vote,
            @Nullable String opinion,
            @Nullable String voterName,
            @Nullable Instant voted) {}
}
