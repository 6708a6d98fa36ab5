package esop.audit;

import esop.systems.records.LeftRecord;
import esop.systems.records.RecordKind;
import esop.workflow.Decisions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the tables say: when an order is audited, by which elements, and which repairs somebody else has to agree to. */
@Component
class AuditTables {

    static final String NOT_COMPARED = "none";

    private final Decisions decisions;

    AuditTables(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param rounds how often silent systems are asked
     * @param pause before they are asked again, as ISO 8601 writes it
     */
    record Asking(int rounds, String pause) {}

    /** How long after its end; empty where such an order is audited by hand only. */
    Optional<Duration> after(List<String> products, String customerLevel) {
        return Optional.of((String) timing(products, customerLevel).get("after"))
                .filter(after -> !after.equals("never"))
                .map(Duration::parse);
    }

    Asking asking(List<String> products, String customerLevel) {
        var timing = timing(products, customerLevel);
        return new Asking(((Number) timing.get("rounds")).intValue(), (String) timing.get("pause"));
    }

    private Map<String, Object> timing(List<String> products, String customerLevel) {
        return decisions
                .evaluate("order-audit-timing", Map.of("product", products.get(0), "customerLevel", customerLevel))
                .get(0);
    }

    /** Whose word is right as a rule: {@code esop} or {@code theirs}; {@code none} where the element is not compared. */
    String basis(LeftRecord record, String element) {
        var characteristic = element.startsWith(RecordKind.CHARACTERISTIC);
        var facts = new HashMap<String, Object>();
        facts.put("system", record.system());
        facts.put("record", record.kind().word());
        facts.put("element", characteristic ? "characteristic" : element);
        facts.put("name", characteristic ? element.substring(RecordKind.CHARACTERISTIC.length()) : "");
        return (String) decisions.evaluate("order-audit", facts).get(0).get("basis");
    }

    boolean needsApproval(String repair, OrderAudit audit) {
        var facts =
                Map.of("repair", repair, "differences", audit.differences(), "customerLevel", audit.customerLevel());
        return decisions
                .evaluate("order-audit-approval", facts)
                .get(0)
                .get("approval")
                .equals("yes");
    }
}
