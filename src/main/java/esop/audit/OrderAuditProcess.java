package esop.audit;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the application tells the process {@code order-audit}, and the names both use. */
@Component
class OrderAuditProcess {

    static final String KEY = "order-audit";
    static final String AUDIT_ID = "auditId";
    static final String ANSWERED = "AuditAnswered";
    static final String SETTLED = "AuditSettled";
    static final String ANYTHING_TO_ASK = "anythingToAsk";
    static final String OUTCOME = "outcome";
    static final String PAUSE = "pause";
    static final String SETTLEMENT = "settlement";
    static final String REASON = "reason";
    static final String ASK_AGAIN = "askAgain";

    private final RuntimeService engine;
    private final Catalog catalog;

    OrderAuditProcess(RuntimeService engine, Catalog catalog) {
        this.engine = engine;
        this.catalog = catalog;
    }

    /** In the caller's transaction; its first step runs after the commit. */
    String start(OrderAudit audit) {
        var variables = facts(audit);
        variables.put(AUDIT_ID, audit.id());
        return engine.startProcessInstanceByKey(KEY, audit.id(), variables).getId();
    }

    Map<String, Object> facts(OrderAudit audit) {
        var product = audit.products().get(0);
        Map<String, Object> facts = new HashMap<>();
        facts.put("orderId", audit.orderId());
        facts.put("city", audit.city());
        facts.put("customerId", audit.customerId());
        facts.put("customerName", audit.customerName());
        facts.put("customerLevel", audit.customerLevel());
        facts.put("product", product);
        facts.put(
                "productName", catalog.find(product).map(ProductOffering::name).orElse(product));
        facts.put(
                "productNameEn",
                catalog.find(product).map(ProductOffering::nameEn).orElse(product));
        facts.put("priority", 3);
        return facts;
    }

    void answered(OrderAudit audit) {
        wake(audit, ANSWERED);
    }

    void settled(OrderAudit audit) {
        wake(audit, SETTLED);
    }

    /** Where nobody waits for it, somebody has just completed the task. */
    private void wake(OrderAudit audit, String message) {
        engine.createExecutionQuery()
                .processInstanceBusinessKey(audit.id())
                .messageEventSubscriptionName(message)
                .list()
                .forEach(waiting -> engine.messageEventReceived(message, waiting.getId()));
    }

    /** Somebody else has to agree to a repair, by the model that asks about rollbacks too. */
    void propose(OrderAudit audit, Difference difference, Map<String, Object> said) {
        var variables = facts(audit);
        variables.putAll(said);
        variables.put("repairId", String.valueOf(difference.id()));
        variables.put("action", "audit-" + difference.repair());
        variables.put("note", difference.reason());
        engine.startProcessInstanceByKey("resolution-approval", audit.id() + "-" + difference.id(), variables);
    }

    static String auditId(VariableScope execution) {
        return (String) execution.getVariable(AUDIT_ID);
    }

    static @Nullable String text(VariableScope execution, String variable) {
        return execution.getVariable(variable) instanceof String text && !text.isBlank() ? text.strip() : null;
    }
}
