package esop.cancellation;

import esop.workflow.Delegate;
import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

@Delegate
class RecordSettlementDelegate implements JavaDelegate {

    private final CancellationWork work;

    RecordSettlementDelegate(CancellationWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var choice = String.valueOf(execution.getVariable(CancellationProcess.CHOICE));
        var waived = choice.equals("waive")
                ? CancellationRule.amount(execution.getVariable(CancellationProcess.WAIVED))
                        .orElseThrow()
                : BigDecimal.ZERO;
        work.settle(
                CancellationProcess.cancellationId(execution),
                choice,
                waived,
                CancellationProcess.text(execution, CancellationProcess.WAIVER_REASON));
        execution.setVariable(
                CancellationProcess.SETTLEMENT_OUTCOME, choice.equals("withdraw") ? "withdrawn" : "settled");
    }
}
