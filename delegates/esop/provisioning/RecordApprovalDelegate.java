package esop.provisioning;

import esop.workflow.Delegate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordApprovalDelegate implements JavaDelegate {

    private final FalloutApprovals approvals;
    private final StoredRollbackBatches batches;
    private final ProposedRepairs repairs;

    RecordApprovalDelegate(FalloutApprovals approvals, StoredRollbackBatches batches, ProposedRepairs repairs) {
        this.approvals = approvals;
        this.batches = batches;
        this.repairs = repairs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var batch = (String) execution.getVariable(RollbackApprovalProcess.BATCH);
        var decision = (String) execution.getVariable("approval");
        var opinion = (String) execution.getVariable("opinion");
        var repair = (String) execution.getVariable(ProposedRepairs.REPAIR);
        if (repair != null) {
            var approved = FalloutApprovals.isApproved(decision, opinion);
            repairs.decide(repair, approved, opinion);
            execution.setVariable("approved", approved);
            return;
        }
        execution.setVariable(
                "approved",
                batch == null
                        ? approvals.decide((String) execution.getVariable("falloutId"), decision, opinion)
                        : batches.decide(batch, (String) execution.getVariable("city"), decision, opinion));
    }
}
