package esop.audit;

import esop.identity.DataScope;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a filter says in SQL; every value a parameter. */
class AuditConditions {

    private final Map<String, Object> parameters = new HashMap<>();
    private final StringBuilder where = new StringBuilder();

    private AuditConditions() {
        where.append(" WHERE ").append(DataScope.condition("city", parameters));
    }

    static AuditConditions ofScope() {
        return new AuditConditions();
    }

    static AuditConditions of(AuditFilter filter) {
        var conditions = new AuditConditions();
        if (filter.states().isEmpty()) {
            conditions.where.append(" AND state <> 'waiting'");
        } else {
            conditions.and(
                    "state = ANY (:states)",
                    "states",
                    filter.states().stream().map(AuditState::word).toArray(String[]::new));
        }
        if (filter.city() != null) {
            conditions.and("city = :city", "city", filter.city());
        }
        if (filter.product() != null) {
            conditions.and(":product = ANY (products)", "product", filter.product());
        }
        if (filter.orderId() != null) {
            conditions.and("order_id = :order", "order", filter.orderId());
        }
        if (filter.system() != null) {
            conditions.and(
                    "EXISTS (SELECT 1 FROM audit.difference d WHERE d.audit_id = order_audit.id AND d.system = :system)",
                    "system",
                    filter.system());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            conditions.and(
                    "(strpos(search, :text) > 0 OR strpos(lower(id), :text) > 0)",
                    "text",
                    filter.text().strip().toLowerCase(Locale.ROOT));
        }
        return conditions;
    }

    AuditConditions and(String condition, String name, Object value) {
        where.append(" AND ").append(condition);
        parameters.put(name, value);
        return this;
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
