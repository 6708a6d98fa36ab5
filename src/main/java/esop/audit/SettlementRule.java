package esop.audit;

import esop.web.FieldError;
import esop.web.Texts;
import esop.workflow.FormRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** At the task of an audit: nothing is closed while a repair is under way, and what needs a second person is not accepted in passing. */
@Component
class SettlementRule implements FormRule {

    private static final Set<String> UNDER_WAY = Set.of("proposed", "repairing", "rolling-back");

    private final AuditRepository audits;
    private final DifferenceRepository differences;
    private final AuditTables tables;

    SettlementRule(AuditRepository audits, DifferenceRepository differences, AuditTables tables) {
        this.audits = audits;
        this.differences = differences;
        this.tables = tables;
    }

    @Override
    public boolean concerns(String process, String task) {
        return process.equals(OrderAuditProcess.KEY);
    }

    @Override
    public List<FieldError> check(String task, Map<String, Object> variables) {
        var id = String.valueOf(variables.get(OrderAuditProcess.AUDIT_ID));
        var errors = new ArrayList<FieldError>();
        if (differences.of(id).stream().map(Difference::state).anyMatch(UNDER_WAY::contains)) {
            errors.add(error(OrderAuditProcess.SETTLEMENT, "under-way"));
        } else if (Difference.ACCEPT.equals(variables.get(OrderAuditProcess.SETTLEMENT))) {
            if (tables.needsApproval(Difference.ACCEPT, audits.find(id).orElseThrow())) {
                errors.add(error(OrderAuditProcess.SETTLEMENT, "one-by-one"));
            }
            if (!(variables.get(OrderAuditProcess.REASON) instanceof String reason) || reason.isBlank()) {
                errors.add(error(OrderAuditProcess.REASON, "reason"));
            }
        }
        return errors;
    }

    private static FieldError error(String field, String word) {
        return new FieldError(field, Texts.get("audit.invalid." + word));
    }
}
