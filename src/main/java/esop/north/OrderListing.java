package esop.north;

import esop.ordering.OrderFilter;
import esop.ordering.ProductOrder;
import esop.ordering.ProductOrderState;
import esop.web.BadRequestException;
import esop.web.Texts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which orders a query asks for. */
record OrderListing(OrderFilter filter, @Nullable String externalId) {

    private static final Set<String> KNOWN =
            Period.and("orderDate", "fields", "offset", "limit", "state", "externalId", "relatedParty.id");

    static OrderListing of(Map<String, String> query) {
        Attributes.check(query, KNOWN);
        var entered = Period.of(query, "orderDate");
        return new OrderListing(
                new OrderFilter(
                        null,
                        states(query.get("state")),
                        null,
                        null,
                        query.get("relatedParty.id"),
                        null,
                        null,
                        null,
                        entered.since(),
                        entered.before(),
                        null,
                        null),
                query.get("externalId"));
    }

    /** For the few orders that have one number. */
    boolean fits(ProductOrder order) {
        var created = order.entry().created();
        return (filter.states().isEmpty() || filter.states().contains(order.state()))
                && (filter.customerId() == null
                        || filter.customerId().equals(order.entry().customerId()))
                && (filter.since() == null || !created.isBefore(filter.since()))
                && (filter.before() == null || created.isBefore(filter.before()));
    }

    private static Set<ProductOrderState> states(@Nullable String words) {
        var states = EnumSet.noneOf(ProductOrderState.class);
        for (var word : words == null ? new String[0] : words.split(",")) {
            states.add(ProductOrderState.named(word.strip())
                    .orElseThrow(() -> new BadRequestException("state", Texts.get("north.unknown-state", words()))));
        }
        return states;
    }

    private static String words() {
        return Arrays.stream(ProductOrderState.values())
                .map(ProductOrderState::word)
                .collect(Collectors.joining(", "));
    }
}
