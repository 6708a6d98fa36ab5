package esop.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a list or an export shows, of those in the data scope.
 *
 * @param text fragment of an order's id, a customer's name or id
 * @param product id of an offering that is among the items
 * @param from first day of entry, in the province's zone; {@code to} is the last
 * @param late only those past their due time, or only those that are not
 * @param category only those of this type
 * @param among only these orders, by id; null for all
 * @param since entered at this moment or later; {@code before} is the first moment too late
 */
public record OrderFilter(
        @Nullable String text,
        Set<ProductOrderState> states,
        @Nullable String city,
        @Nullable String product,
        @Nullable String customerId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean late,
        @Nullable Instant since,
        @Nullable Instant before,
        @Nullable String category,
        @Nullable List<String> among) {

    public OrderFilter(
            @Nullable String text,
            Set<ProductOrderState> states,
            @Nullable String city,
            @Nullable String product,
            @Nullable String customerId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean late) {
        this(text, states, city, product, customerId, from, to, late, null, null, null, null);
    }

    /** @param category null for all */
    public OrderFilter ofCategory(@Nullable String category) {
        return new OrderFilter(text, states, city, product, customerId, from, to, late, since, before, category, among);
    }

    public OrderFilter among(List<String> ids) {
        return new OrderFilter(text, states, city, product, customerId, from, to, late, since, before, category, ids);
    }
}
