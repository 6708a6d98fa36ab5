package esop.cancellation.web;

import esop.cancellation.CancellationFilter;
import esop.cancellation.CancellationState;
import esop.identity.Person;
import esop.web.BadRequestException;
import esop.web.Texts;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list; {@code state} may name several, separated by commas.
 *
 * @param view {@code own} or {@code all}; everybody's where nothing is said
 * @param order the order that takes it down
 */
record CancellationQuery(
        @Nullable String view,
        @Nullable String q,
        @Nullable String state,
        @Nullable String city,
        @Nullable String product,
        @Nullable String customer,
        @Nullable String order) {

    CancellationFilter filter(Person person) {
        var whose = given(view);
        if (whose != null && !Set.of("own", "all").contains(whose)) {
            throw new BadRequestException("view", Texts.get("cancellation.invalid.view"));
        }
        return new CancellationFilter(
                q,
                states(),
                given(city),
                given(product),
                given(customer),
                given(order),
                "own".equals(whose) ? person.id() : null);
    }

    private Set<CancellationState> states() {
        var text = given(state);
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(","))
                        .map(word -> CancellationState.named(word.strip())
                                .orElseThrow(() -> new BadRequestException("state", known())))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String known() {
        return Arrays.stream(CancellationState.values())
                .map(CancellationState::word)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
