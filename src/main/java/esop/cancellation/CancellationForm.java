package esop.cancellation;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What whoever decides something about a cancellation sees: the numbers, and how they were computed, in words. */
@Component
class CancellationForm {

    private final CancellationRepository cancellations;
    private final WaiverApprovals approvals;

    CancellationForm(CancellationRepository cancellations, WaiverApprovals approvals) {
        this.cancellations = cancellations;
        this.approvals = approvals;
    }

    /** As variables; the level is null where nobody is to be asked any more. */
    Map<String, Object> of(String id) {
        var cancellation = cancellations.find(id).orElseThrow();
        var entry = cancellation.entry();
        var settlement = cancellation.settlement();
        var pending = approvals.pending(id);
        Map<String, Object> variables = new HashMap<>();
        variables.put("customerName", entry.customerName());
        variables.put("customerLevel", entry.customerLevel());
        variables.put("cancellationReason", entry.reason());
        variables.put("computation", computation(cancellation, false));
        variables.put("computationEn", computation(cancellation, true));
        variables.put("penalty", cancellation.penalty().toPlainString());
        variables.put("asked", settlement.waived().toPlainString());
        variables.put("amount", settlement.waived().toPlainString());
        variables.put("percent", cancellation.waivedPercent().toPlainString());
        variables.put(
                "toPay", cancellation.penalty().subtract(settlement.waived()).toPlainString());
        variables.put("kept", settlement.retentionNote());
        variables.put("why", settlement.waiverReason());
        variables.put("answers", answers(id));
        variables.put(CancellationProcess.RETENTION, null);
        variables.put(CancellationProcess.RETENTION_NOTE, null);
        variables.put(CancellationProcess.CHOICE, null);
        variables.put(CancellationProcess.WAIVED, null);
        variables.put(CancellationProcess.WAIVER_REASON, null);
        variables.put(CancellationProcess.APPROVAL, null);
        variables.put(CancellationProcess.OPINION, null);
        variables.put(
                CancellationProcess.WAIVER_LEVEL, pending.map(WaiverVote::level).orElse(null));
        variables.put(
                CancellationProcess.WAIVER_ROLE, pending.map(WaiverVote::role).orElse(null));
        variables.put(
                CancellationProcess.SUBMITTED_BY,
                pending.map(WaiverVote::submittedBy).orElse(null));
        return variables;
    }

    /** A line per subscription: 2,660.00 元/月 × 9 个月 × 50% = 11,970.00 元. */
    private static String computation(ServiceCancellation cancellation, boolean english) {
        return cancellation.lines().stream()
                .map(line -> (english ? line.productNameEn() + ": " : line.productName() + "：")
                        + (line.bound() == null
                                ? english ? "no agreement binds it" : "无合同约束"
                                : computation(line.bound(), english)))
                .collect(Collectors.joining("\n"));
    }

    private static String computation(Line.Bound bound, boolean english) {
        var percent = bound.share().movePointRight(2).stripTrailingZeros().toPlainString();
        return english
                ? "%s, bound until %s: %s yuan a month × %d months × %s%% = %s yuan (%s)"
                        .formatted(
                                bound.agreement(),
                                bound.until(),
                                bound.monthly().toPlainString(),
                                bound.monthsLeft(),
                                percent,
                                bound.penalty().toPlainString(),
                                bound.basisEn())
                : "合同 %s，承诺至 %s：%s 元/月 × %d 个月 × %s%% = %s 元（%s）"
                        .formatted(
                                bound.agreement(),
                                bound.until(),
                                bound.monthly().toPlainString(),
                                bound.monthsLeft(),
                                percent,
                                bound.penalty().toPlainString(),
                                bound.basis());
    }

    /** What those who were asked before have said. */
    private String answers(String id) {
        return approvals.of(id).stream()
                .filter(vote -> vote.vote() != null)
                .map(vote -> vote.voter() + " " + ("approve".equals(vote.vote()) ? "✓" : "✗")
                        + (vote.opinion() == null ? "" : " " + vote.opinion()))
                .collect(Collectors.joining("\n"));
    }
}
