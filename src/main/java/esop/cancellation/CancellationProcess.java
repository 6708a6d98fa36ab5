package esop.cancellation;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the application tells the process {@code service-cancellation} and those it calls, and the names both use. */
@Component
class CancellationProcess {

    static final String KEY = "service-cancellation";
    static final String SETTLEMENT_PROCESS = "penalty-settlement";
    static final String APPROVAL_PROCESS = "waiver-approval";
    static final String WITHDRAWN = "CancellationWithdrawn";
    static final String ORDER_ENDED = "CancellationOrderEnded";
    static final String CANCELLATION_ID = "cancellationId";
    static final String STILL_BOUND = "stillBound";
    static final String TERMS_CHANGED = "termsChanged";
    static final String ORDER_OVER = "orderOver";
    static final String RESULT = "result";
    static final String SETTLEMENT_OUTCOME = "settlementOutcome";
    static final String RETENTION_DUE = "retentionDue";
    static final String SOMETHING_DUE = "somethingDue";
    static final String RETENTION = "retention";
    static final String RETENTION_NOTE = "retentionNote";
    static final String CHOICE = "choice";
    static final String WAIVED = "waived";
    static final String WAIVER_REASON = "waiverReason";
    static final String APPROVAL = "approval";
    static final String OPINION = "opinion";
    static final String WAIVER_LEVEL = "waiverLevel";
    static final String WAIVER_ROLE = "waiverRole";
    static final String WAIVER_GRANTED = "waiverGranted";
    static final String SUBMITTED_BY = "submittedBy";

    private final RuntimeService runtime;

    CancellationProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Starts a cancellation's process in the caller's transaction; it runs to where it waits for somebody. */
    String start(ServiceCancellation cancellation) {
        var entry = cancellation.entry();
        Map<String, Object> variables = new HashMap<>();
        variables.put(CANCELLATION_ID, cancellation.id());
        variables.put("city", entry.city());
        variables.put("customerId", entry.customerId());
        variables.put("customerName", entry.customerName());
        variables.put("customerLevel", entry.customerLevel());
        variables.put("product", cancellation.lines().get(0).product());
        variables.put(
                "productName",
                cancellation.lines().stream()
                        .map(Line::productName)
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining("、")));
        variables.put(
                "productNameEn",
                cancellation.lines().stream()
                        .map(Line::productNameEn)
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining(", ")));
        variables.put("action", "delete");
        variables.put("priority", 2);
        return runtime.startProcessInstanceByKey(KEY, cancellation.id(), variables)
                .getId();
    }

    /** Ends whatever is open for it, by the model's own way out. */
    void withdraw(ServiceCancellation cancellation) {
        runtime.createMessageCorrelation(WITHDRAWN)
                .processInstanceId(cancellation.instanceId())
                .correlateExclusively();
    }

    /** Where nobody waits yet, the model looks by itself. */
    void orderEnded(ServiceCancellation cancellation) {
        if (runtime.createExecutionQuery()
                        .processInstanceBusinessKey(cancellation.id())
                        .messageEventSubscriptionName(ORDER_ENDED)
                        .count()
                > 0) {
            runtime.createMessageCorrelation(ORDER_ENDED)
                    .processInstanceBusinessKey(cancellation.id())
                    .correlateExclusively();
        }
    }

    static String cancellationId(VariableScope execution) {
        return (String) execution.getVariable(CANCELLATION_ID);
    }

    static @Nullable String text(VariableScope execution, String variable) {
        return execution.getVariable(variable) instanceof String text && !text.isBlank() ? text.strip() : null;
    }
}
