package esop.opportunity.web;

import esop.identity.Person;
import esop.opportunity.OpportunityFilter;
import esop.opportunity.OpportunityState;
import esop.opportunity.Stage;
import esop.web.BadRequestException;
import esop.web.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list, a board or an export; {@code state} and {@code stage} may name several, separated by commas.
 *
 * @param view {@code own}, {@code city} or {@code all}; everybody's where nothing is said
 * @param age {@code aging} or {@code over}
 * @param ending only those whose agreement ends within so many days
 */
record OpportunityQuery(
        @Nullable String view,
        @Nullable String q,
        @Nullable String state,
        @Nullable String stage,
        @Nullable String city,
        @Nullable String product,
        @Nullable String source,
        @Nullable String customer,
        @Nullable String owner,
        @Nullable String age,
        @Nullable Integer ending) {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

    OpportunityFilter filter(Person person) {
        var whose = view == null || view.isBlank() ? "all" : view;
        if (!Set.of("own", "city", "all").contains(whose)) {
            throw new BadRequestException("view", Texts.get("opportunity.invalid.view"));
        }
        return new OpportunityFilter(
                q,
                words(
                        "state",
                        state,
                        OpportunityState::named,
                        Stream.of(OpportunityState.values()).map(OpportunityState::word)),
                words("stage", stage, Stage::named, Stream.of(Stage.values()).map(Stage::word)),
                given(city),
                given(product),
                given(source),
                given(customer),
                given(owner),
                aged(),
                ending == null ? null : LocalDate.now(PROVINCE).plusDays(Math.min(Math.max(ending, 0), 3_650)),
                whose.equals("own") || person.partner() != null ? person.id() : null,
                person.groups());
    }

    private @Nullable String aged() {
        var word = given(age);
        if (word != null && !Set.of("aging", "over").contains(word)) {
            throw new BadRequestException("age", "aging, over");
        }
        return word;
    }

    private static <T extends Comparable<T>> Set<T> words(
            String field, @Nullable String text, Function<String, Optional<T>> named, Stream<String> known) {
        if (given(text) == null) {
            return Set.of();
        }
        var all = known.sorted().collect(Collectors.joining(", "));
        return Arrays.stream(String.valueOf(text).split(","))
                .map(word -> named.apply(word.strip()).orElseThrow(() -> new BadRequestException(field, all)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
