package esop.cancellation;

import static esop.cancellation.CancellationState.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a customer ends what it subscribes to (业务撤销单, ESOP 6.3.2.1.1.2). Changes by verbs, which refuse a state they do not fit with
 * {@link IllegalStateException}.
 *
 * @param orderId the order that takes it down
 * @param message why it was withdrawn, or could not be carried out
 * @param revision grows with each change
 */
public record ServiceCancellation(
        String id,
        Entry entry,
        CancellationState state,
        List<Line> lines,
        Settlement settlement,
        @Nullable String orderId,
        @Nullable Instant ended,
        @Nullable String message,
        @Nullable String instanceId,
        int revision) {

    /**
     * What was asked for, by whom and for whom.
     *
     * @param day from which on the customer does not want it any more; months left are counted from it
     * @param owner the account manager who looks after it; null where that is for whoever takes it
     */
    public record Entry(
            String city,
            String customerId,
            String customerName,
            String customerLevel,
            String reason,
            LocalDate day,
            String creator,
            String creatorName,
            Instant created,
            @Nullable String owner,
            @Nullable String ownerName) {}

    /**
     * Who pays what.
     *
     * @param retention {@code stays} or {@code leaves}, once the manager has tried
     * @param retentionNote what was offered and what the customer said
     * @param choice {@code pay}, {@code waive} or {@code withdraw}
     * @param waived in yuan; zero until it is asked for
     * @param waiverReason why
     * @param granted whether what is waived was approved
     * @param charged what BOSS was told to charge
     * @param charge what BOSS said: {@code asked}, {@code charged} or {@code failed}
     */
    public record Settlement(
            @Nullable String retention,
            @Nullable String retentionNote,
            @Nullable String choice,
            BigDecimal waived,
            @Nullable String waiverReason,
            boolean granted,
            @Nullable BigDecimal charged,
            @Nullable String charge) {

        static final Settlement NONE = new Settlement(null, null, null, BigDecimal.ZERO, null, false, null, null);
    }

    public String city() {
        return entry.city();
    }

    public boolean isStillBound() {
        return lines.stream().anyMatch(Line::isStillBound);
    }

    public BigDecimal penalty() {
        return lines.stream().map(Line::penalty).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The part of the penalty that is to be waived, in percent. */
    public BigDecimal waivedPercent() {
        return penalty().signum() == 0
                ? BigDecimal.ZERO
                : settlement.waived().multiply(BigDecimal.valueOf(100)).divide(penalty(), 1, RoundingMode.HALF_UP);
    }

    /** What the customer pays if everything ends. */
    public BigDecimal due() {
        return penalty().subtract(settlement.granted() ? settlement.waived() : BigDecimal.ZERO);
    }

    /** What it pays for what has ended: as much less is waived as less has ended. */
    BigDecimal dueForEnded() {
        var ofEnded = lines.stream().filter(Line::ended).map(Line::penalty).reduce(BigDecimal.ZERO, BigDecimal::add);
        return penalty().signum() == 0
                ? BigDecimal.ZERO
                : ofEnded.multiply(due()).divide(penalty(), 2, RoundingMode.HALF_UP);
    }

    ServiceCancellation startedAs(String instance) {
        return new ServiceCancellation(
                id, entry, state, lines, settlement, orderId, ended, message, instance, revision);
    }

    /** What was agreed about the penalty before holds no longer where the penalty is another one now. */
    ServiceCancellation assessed(List<Line> newLines) {
        require(isOpen());
        var before = penalty();
        var after = with(state, newLines, settlement);
        return after.penalty().compareTo(before) == 0 ? after : after.unsettled();
    }

    private ServiceCancellation unsettled() {
        return with(
                state,
                lines,
                new Settlement(
                        settlement.retention(),
                        settlement.retentionNote(),
                        null,
                        BigDecimal.ZERO,
                        null,
                        false,
                        null,
                        null));
    }

    ServiceCancellation in(CancellationState next) {
        require(isOpen());
        return with(next, lines, settlement);
    }

    ServiceCancellation retained(boolean stays, String note, Instant now) {
        require(state == RETENTION);
        var known = new Settlement(stays ? "stays" : "leaves", note, null, BigDecimal.ZERO, null, false, null, null);
        return stays ? with(RETAINED, lines, known).endedAt(now, null) : with(SETTLEMENT, lines, known);
    }

    ServiceCancellation settle(String choice, BigDecimal waived, @Nullable String reason) {
        require(state == SETTLEMENT);
        return with(
                choice.equals("waive") ? APPROVAL : state,
                lines,
                new Settlement(
                        settlement.retention(), settlement.retentionNote(), choice, waived, reason, false, null, null));
    }

    ServiceCancellation answered(boolean granted) {
        require(state == APPROVAL);
        return with(
                SETTLEMENT,
                lines,
                new Settlement(
                        settlement.retention(),
                        settlement.retentionNote(),
                        settlement.choice(),
                        settlement.waived(),
                        settlement.waiverReason(),
                        granted,
                        null,
                        null));
    }

    ServiceCancellation ordered(String order) {
        require(isOpen());
        return new ServiceCancellation(
                id, entry, ORDERED, lines, settlement, order, ended, message, instanceId, revision);
    }

    ServiceCancellation withdraw(String reason, Instant now) {
        require(isOpen());
        return with(WITHDRAWN, lines, settlement).endedAt(now, reason);
    }

    /** @param gone the subscriptions that the order has ended */
    ServiceCancellation close(Set<String> gone, @Nullable String why, Instant now) {
        require(state == ORDERED);
        var closed = lines.stream()
                .map(line -> line.ended(gone.contains(line.subscription())))
                .toList();
        var all = closed.stream().allMatch(Line::ended);
        var none = closed.stream().noneMatch(Line::ended);
        return with(all ? COMPLETED : none ? FAILED : PARTIAL, closed, settlement)
                .endedAt(now, all ? null : why);
    }

    ServiceCancellation charge(BigDecimal yuan, String said) {
        return with(
                state,
                lines,
                new Settlement(
                        settlement.retention(),
                        settlement.retentionNote(),
                        settlement.choice(),
                        settlement.waived(),
                        settlement.waiverReason(),
                        settlement.granted(),
                        yuan,
                        said));
    }

    private boolean isOpen() {
        return state.isOpen();
    }

    private ServiceCancellation endedAt(Instant now, @Nullable String why) {
        return new ServiceCancellation(id, entry, state, lines, settlement, orderId, now, why, instanceId, revision);
    }

    private ServiceCancellation with(CancellationState newState, List<Line> newLines, Settlement newSettlement) {
        return new ServiceCancellation(
                id, entry, newState, newLines, newSettlement, orderId, ended, message, instanceId, revision);
    }

    private void require(boolean fits) {
        if (!fits) {
            throw new IllegalStateException(id + " is " + state.word());
        }
    }
}
