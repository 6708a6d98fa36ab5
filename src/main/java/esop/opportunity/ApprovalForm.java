package esop.opportunity;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What whoever has to agree sees: the numbers, in words. */
@Component
class ApprovalForm {

    private final Approvals approvals;
    private final OpportunityRepository opportunities;
    private final AgreementRepository agreements;

    ApprovalForm(Approvals approvals, OpportunityRepository opportunities, AgreementRepository agreements) {
        this.approvals = approvals;
        this.opportunities = opportunities;
        this.agreements = agreements;
    }

    /** As variables; the level is null where nobody is to be asked any more. */
    Map<String, Object> of(String id, String subject) {
        var opportunity = opportunities.find(id).orElseThrow();
        var solution = opportunity.solution();
        var pending = approvals.pending(id, subject);
        Map<String, Object> variables = new HashMap<>(OpportunityProcess.shown(opportunity));
        variables.put("subject", subject);
        variables.put("subjectName", subject.equals("solution") ? "解决方案" : "合同");
        variables.put("subjectNameEn", subject.equals("solution") ? "Solution" : "Agreement");
        variables.put("value", solution.value().toPlainString());
        variables.put("amount", solution.value().toPlainString());
        variables.put(
                "discount", solution.largestDiscount().stripTrailingZeros().toPlainString());
        variables.put(
                "products",
                solution.items().stream()
                        .map(item -> item.name() + " ×" + item.quantity())
                        .collect(Collectors.joining("、")));
        variables.put(
                "period",
                agreements
                        .find(id)
                        .map(agreement -> agreement.starts() + " – " + agreement.ends())
                        .orElse(null));
        variables.put(
                OpportunityProcess.APPROVAL_LEVEL, pending.map(Approval::level).orElse(null));
        variables.put("approvalRole", pending.map(Approval::role).orElse(null));
        variables.put(
                OpportunityProcess.SUBMITTED_BY,
                pending.map(Approval::submittedBy).orElse(null));
        variables.put("approval", null);
        variables.put("opinion", null);
        return variables;
    }
}
