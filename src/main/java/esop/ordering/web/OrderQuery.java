package esop.ordering.web;

import esop.ordering.OrderFilter;
import esop.ordering.ProductOrderState;
import esop.provisioning.Risks;
import esop.web.BadRequestException;
import esop.web.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query of an order list or export; {@code state} may name several, separated by commas; {@code atRisk} only those that will not be done in time by what is usual. */
record OrderQuery(
        @Nullable String q,
        @Nullable String state,
        @Nullable String category,
        @Nullable String city,
        @Nullable String product,
        @Nullable String customer,
        @Nullable String from,
        @Nullable String to,
        @Nullable Boolean late,
        @Nullable Boolean atRisk) {

    private static final List<String> CATEGORIES = List.of("subscription", "change", "cancellation");

    OrderFilter filter(Risks risks) {
        var filter = new OrderFilter(
                        q,
                        states(),
                        given(city),
                        given(product),
                        given(customer),
                        day("from", from),
                        day("to", to),
                        late)
                .ofCategory(wantedCategory());
        return Boolean.TRUE.equals(atRisk) ? filter.among(risks.orders()) : filter;
    }

    private Set<ProductOrderState> states() {
        var states = EnumSet.noneOf(ProductOrderState.class);
        if (given(state) != null) {
            for (var word : String.valueOf(state).split(",")) {
                states.add(ProductOrderState.named(word.strip())
                        .orElseThrow(
                                () -> new BadRequestException("state", Texts.get("ordering.unknown-state", words()))));
            }
        }
        return states;
    }

    private @Nullable String wantedCategory() {
        var wanted = given(category);
        if (wanted != null && !CATEGORIES.contains(wanted)) {
            throw new BadRequestException(
                    "category", Texts.get("ordering.unknown-category", String.join(", ", CATEGORIES)));
        }
        return wanted;
    }

    private static String words() {
        return Arrays.stream(ProductOrderState.values())
                .map(ProductOrderState::word)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        try {
            return given(text) == null ? null : LocalDate.parse(String.valueOf(given(text)));
        } catch (DateTimeParseException unreadable) {
            throw new BadRequestException(field, Texts.get("ordering.invalid.no-date"));
        }
    }
}
