package esop.ordering;

import esop.identity.DataScope;
import esop.web.FragmentSearch;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a filter says in SQL; every value a parameter. */
class OrderConditions {

    private static final String BEGINNING = "subscription";
    private static final String FINISHED_LATE = "completed IS NOT NULL AND due < completed";
    private static final String OVERDUE = "completed IS NULL AND due < :now";

    /** Apart, so that each is found by its own index. */
    private static final String LATE_ORDERS = """
            (SELECT %1$s FROM ordering.product_order WHERE %2$s
             UNION ALL
             SELECT %1$s FROM ordering.product_order WHERE %3$s) AS product_order""".formatted(
                    "id, city, customer_id, customer_name, created, requested_date, due, state, category, completed, priority, search",
                    FINISHED_LATE,
                    OVERDUE);

    /** What the index of an order's products knows too. */
    private final List<String> common = new ArrayList<>();

    private final List<String> others = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();
    private final boolean late;

    /** @param found the orders with the text that is searched for, null where they are too many to name */
    OrderConditions(OrderFilter filter, Instant now, @Nullable List<String> found) {
        late = Boolean.TRUE.equals(filter.late());
        common.add(DataScope.condition("city", params));
        add(common, "city = :city", "city", filter.city());
        add(common, "created >= :from", "from", midnight(filter.from(), 0));
        add(common, "created < :to", "to", midnight(filter.to(), 1));
        add(common, "created >= :since", "since", timestamp(filter.since()));
        add(common, "created < :before", "before", timestamp(filter.before()));
        add(common, "id = ANY (:among)", "among", texts(filter.among()));
        add(common, "id = ANY (:found)", "found", texts(found));
        if (!filter.states().isEmpty()) {
            var states = filter.states().stream().map(ProductOrderState::word).toList();
            add(others, "state = ANY (:states)", "states", texts(states));
        }
        add(
                others,
                BEGINNING.equals(filter.category())
                        ? "category = :category"
                        // as its index says it
                        : "category = :category AND category <> 'subscription'",
                "category",
                filter.category());
        add(others, "customer_id = :customerId", "customerId", filter.customerId());
        if (filter.late() != null) {
            var condition = "(%s OR %s)".formatted(FINISHED_LATE, OVERDUE);
            add(others, late ? condition : "NOT " + condition, "now", Timestamp.from(now));
        }
        if (found == null && isSearched(filter)) {
            add(others, "strpos(search, :text) > 0", "text", text(filter));
        }
        if (filter.product() != null) {
            params.put("product", filter.product());
        }
    }

    static boolean isSearched(OrderFilter filter) {
        return filter.text() != null && !filter.text().isBlank();
    }

    static String text(OrderFilter filter) {
        return FragmentSearch.text(String.valueOf(filter.text()).strip());
    }

    /** Where the keys of a page are found: by product among what has the newest of each at hand, if the newest are wanted. */
    String from(boolean newestFirst) {
        if (isOfAProduct()) {
            return newestFirst ? newestOfTheProduct() : orders();
        }
        return late ? LATE_ORDERS + " WHERE " + all() : orders();
    }

    /** The orders with all there is of them. */
    String orders() {
        return "ordering.product_order WHERE " + all() + (isOfAProduct() ? " AND :product = ANY (offering_ids)" : "");
    }

    private boolean isOfAProduct() {
        return params.containsKey("product");
    }

    private String newestOfTheProduct() {
        var products = "ordering.ordered_product WHERE product = :product AND " + String.join(" AND ", common);
        if (others.isEmpty()) {
            return products;
        }
        return products
                + " AND EXISTS (SELECT FROM ordering.product_order WHERE product_order.id = ordered_product.id AND "
                + String.join(" AND ", others) + ")";
    }

    private String all() {
        return Stream.concat(common.stream(), others.stream()).collect(Collectors.joining(" AND "));
    }

    Map<String, Object> params() {
        return params;
    }

    private void add(List<String> conditions, String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
    }

    private static @Nullable Timestamp midnight(@Nullable LocalDate day, int later) {
        return day == null
                ? null
                : Timestamp.from(
                        day.plusDays(later).atStartOfDay(OrderCheck.PROVINCE).toInstant());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static String @Nullable [] texts(@Nullable List<String> words) {
        return words == null ? null : words.toArray(String[]::new);
    }
}
