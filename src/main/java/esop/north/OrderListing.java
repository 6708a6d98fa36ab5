package esop.north;

import esop.ordering.OrderFilter;
import esop.ordering.ProductOrder;
import esop.ordering.ProductOrderState;
import esop.web.BadRequestException;
import esop.web.Texts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which orders a query asks for. */
record OrderListing(OrderFilter filter, @Nullable String externalId) {

    private static final Set<String> KNOWN = Set.of(
            "fields",
            "offset",
            "limit",
            "state",
            "externalId",
            "relatedParty.id",
            "orderDate.gt",
            "orderDate.gte",
            "orderDate.lt",
            "orderDate.lte");

    /** The smallest step PostgreSQL tells apart. */
    private static final long MICROSECOND = 1_000;

    static OrderListing of(Map<String, String> query) {
        Attributes.check(query, KNOWN);
        var since = Stream.of(moment(query, "orderDate.gte", 0), moment(query, "orderDate.gt", MICROSECOND))
                .filter(moment -> moment != null)
                .max(Instant::compareTo);
        var before = Stream.of(moment(query, "orderDate.lt", 0), moment(query, "orderDate.lte", MICROSECOND))
                .filter(moment -> moment != null)
                .min(Instant::compareTo);
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
                        since.orElse(null),
                        before.orElse(null)),
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

    private static @Nullable Instant moment(Map<String, String> query, String name, long later) {
        var text = query.get(name);
        try {
            // An offset's plus sign that was not encoded arrives as a blank.
            return text == null
                    ? null
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant().plusNanos(later);
        } catch (DateTimeParseException unreadable) {
            throw new BadRequestException(name, Texts.get("north.no-date-time"));
        }
    }
}
