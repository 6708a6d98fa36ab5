package esop.opportunity;

import esop.identity.DataScope;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a filter says in SQL; every value a parameter. */
class OpportunityConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    OpportunityConditions(OpportunityFilter filter, Instant now) {
        add(scope(), "cities", cities());
        if (filter.city() != null) {
            add("city = :city", "city", filter.city());
        }
        if (!filter.states().isEmpty()) {
            add(
                    "state = ANY (:states)",
                    "states",
                    filter.states().stream().map(OpportunityState::word).toArray(String[]::new));
        }
        if (!filter.stages().isEmpty()) {
            add(
                    "stage = ANY (:stages)",
                    "stages",
                    filter.stages().stream().map(Stage::word).toArray(String[]::new));
        }
        if (filter.product() != null) {
            add(":product = ANY (offering_ids)", "product", filter.product());
        }
        if (filter.source() != null) {
            add("source = :source", "source", filter.source());
        }
        if (filter.customerId() != null) {
            add("customer_id = :customerId", "customerId", filter.customerId());
        }
        if (filter.owner() != null) {
            add("owner = :owner", "owner", filter.owner());
        }
        if (filter.age() != null) {
            add(
                    filter.age().equals("over")
                            ? "ended IS NULL AND over_at <= :now"
                            : "ended IS NULL AND aging_at <= :now AND over_at > :now",
                    "now",
                    Timestamp.from(now));
        }
        if (filter.agreementEndsBy() != null) {
            add(
                    "EXISTS (SELECT 1 FROM opportunity.agreement WHERE agreement.opportunity_id = sales_opportunity.id "
                            + "AND agreement.in_force AND agreement.ends <= :endsBy)",
                    "endsBy",
                    Date.valueOf(filter.agreementEndsBy()));
        }
        if (filter.person() != null) {
            add(
                    "(owner = :person OR creator = :person OR (owner IS NULL AND owner_group = ANY (:groups)) "
                            + "OR collaborating_channel = ANY (:groups))",
                    "person",
                    filter.person());
            params.put("groups", filter.groups().toArray(String[]::new));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            add("strpos(search, :text) > 0", "text", filter.text().strip().toLowerCase(Locale.ROOT));
        }
    }

    /** What follows {@code FROM} to find them. */
    String from() {
        return OpportunityRows.TABLE + " WHERE " + String.join(" AND ", conditions);
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
