package esop.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An element in which ESOP and another system differ, and what became of it.
 *
 * @param element {@code record} where the system has no such record at all
 * @param basis whose word is right as a rule: {@code esop} or {@code theirs}
 * @param state {@code open}, {@code proposed}, {@code repairing}, {@code rolling-back}, {@code fixed} or {@code accepted}
 * @param repair {@code send-again}, {@code roll-back} or {@code accept}
 * @param result of the last repair: {@code same}, {@code still-different}, {@code not-known}, {@code failed}, {@code not-approved},
 *     {@code taken-back} or {@code accepted-before}
 */
public record Difference(
        long id,
        String auditId,
        String orderId,
        int position,
        String city,
        String system,
        String name,
        String element,
        String ours,
        @Nullable String theirs,
        String basis,
        String state,
        @Nullable String repair,
        @Nullable String reason,
        @Nullable String person,
        @Nullable String approver,
        @Nullable String repairKey,
        @Nullable String batchId,
        @Nullable String result,
        @Nullable String message,
        Instant found,
        Instant changed) {

    static final String SEND_AGAIN = "send-again";
    static final String ROLL_BACK = "roll-back";
    static final String ACCEPT = "accept";

    boolean isOpen() {
        return state.equals("open");
    }

    /** As somebody wants it repaired. */
    Difference wanted(String how, String why, @Nullable String by) {
        return with(state, how, why, by, null, batchId, null, null);
    }

    Difference in(String newState) {
        return with(newState, repair, reason, person, approver, batchId, result, message);
    }

    Difference by(String batch) {
        return with(state, repair, reason, person, approver, batch, result, message);
    }

    /** What somebody else has said to it. */
    Difference answered(@Nullable String approverId, @Nullable String newResult, @Nullable String words) {
        return with(state, repair, reason, person, approverId, batchId, newResult, words);
    }

    private Difference with(
            String newState,
            @Nullable String how,
            @Nullable String why,
            @Nullable String by,
            @Nullable String approverId,
            @Nullable String batch,
            @Nullable String newResult,
            @Nullable String words) {
        return new Difference(
                id,
                auditId,
                orderId,
                position,
                city,
                system,
                name,
                element,
                ours,
                theirs,
                basis,
                newState,
                how,
                why,
                by,
                approverId,
                repairKey,
                batch,
                newResult,
                words,
                found,
                changed);
    }
}
