package esop.cancellation;

import esop.identity.DataScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a filter says in SQL; every value a parameter. */
class CancellationConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    CancellationConditions(CancellationFilter filter) {
        add(scope(), "cities", cities());
        if (filter.city() != null) {
            add("city = :city", "city", filter.city());
        }
        if (!filter.states().isEmpty()) {
            add(
                    "state = ANY (:states)",
                    "states",
                    filter.states().stream().map(CancellationState::word).toArray(String[]::new));
        }
        if (filter.product() != null) {
            add(":product = ANY (products)", "product", filter.product());
        }
        if (filter.customerId() != null) {
            add("customer_id = :customerId", "customerId", filter.customerId());
        }
        if (filter.orderId() != null) {
            add("order_id = :orderId", "orderId", filter.orderId());
        }
        if (filter.person() != null) {
            add("(owner = :person OR creator = :person)", "person", filter.person());
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

    static String scope() {
        return DataScope.isSystem() ? "true" : "city = ANY (:cities)";
    }

    static String[] cities() {
        return DataScope.cities().toArray(String[]::new);
    }
}
