package esop.ordering;

import esop.identity.DataScope;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a filter says in SQL; every value a parameter. */
class OrderConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    OrderConditions(OrderFilter filter, Instant now) {
        add(scope(), "cities", cities());
        if (filter.city() != null) {
            add("city = :city", "city", filter.city());
        }
        if (!filter.states().isEmpty()) {
            add(
                    "state = ANY (:states)",
                    "states",
                    filter.states().stream().map(ProductOrderState::word).toArray(String[]::new));
        }
        if (filter.product() != null) {
            add(":product = ANY (offering_ids)", "product", filter.product());
        }
        if (filter.customerId() != null) {
            add("customer_id = :customerId", "customerId", filter.customerId());
        }
        if (filter.from() != null) {
            add("created >= :from", "from", midnight(filter.from()));
        }
        if (filter.to() != null) {
            add("created < :to", "to", midnight(filter.to().plusDays(1)));
        }
        if (filter.since() != null) {
            add("created >= :since", "since", Timestamp.from(filter.since()));
        }
        if (filter.before() != null) {
            add("created < :before", "before", Timestamp.from(filter.before()));
        }
        if (filter.among() != null) {
            add("id = ANY (:among)", "among", filter.among().toArray(String[]::new));
        }
        if (filter.late() != null) {
            add("(due < coalesce(completed, :now)) = :late", "late", filter.late());
            params.put("now", Timestamp.from(now));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            add("strpos(search, :text) > 0", "text", filter.text().strip().toLowerCase(Locale.ROOT));
        }
    }

    String sql() {
        return String.join(" AND ", conditions);
    }

    Map<String, Object> params() {
        return params;
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        params.put(name, value);
    }

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(OrderCheck.PROVINCE).toInstant());
    }

    static String scope() {
        return DataScope.isSystem() ? "true" : "city = ANY (:cities)";
    }

    static String[] cities() {
        return DataScope.cities().toArray(String[]::new);
    }
}
