package esop.intake.web;

import esop.identity.Person;
import esop.intake.Channel;
import esop.intake.IntakeFilter;
import esop.intake.IntakeFilter.Whose;
import esop.intake.IntakeKind;
import esop.intake.IntakeState;
import esop.web.BadRequestException;
import esop.web.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list or an export; {@code state} and {@code kind} may name several, separated by commas.
 *
 * @param view {@code todo}, {@code own} or {@code all}; everybody's where nothing is said
 */
record IntakeQuery(
        @Nullable String view,
        @Nullable String q,
        @Nullable String state,
        @Nullable String kind,
        @Nullable String contact,
        @Nullable String handling,
        @Nullable String city,
        @Nullable String product,
        @Nullable String customer) {

    IntakeFilter filter(Person person, List<Channel> channels) {
        return new IntakeFilter(
                q,
                words(
                        "state",
                        state,
                        IntakeState::named,
                        Stream.of(IntakeState.values()).map(IntakeState::word)),
                words(
                        "kind",
                        kind,
                        IntakeKind::named,
                        Stream.of(IntakeKind.values()).map(IntakeKind::word)),
                given(city),
                channel("contact", contact),
                channel("handling", handling),
                given(product),
                given(customer),
                whose(channels),
                person.id(),
                channels);
    }

    /** Another system sees what came over its own channel. */
    private Whose whose(List<Channel> channels) {
        var whose = switch (given(view) == null ? "all" : String.valueOf(given(view))) {
            case "todo" -> Whose.TO_DO;
            case "own" -> Whose.PART;
            case "all" -> Whose.EVERYBODYS;
            default -> throw new BadRequestException("view", Texts.get("intake.invalid.view"));
        };
        return whose == Whose.EVERYBODYS && channels.contains(Channel.WEBSITE) ? Whose.PART : whose;
    }

    private static @Nullable Channel channel(String field, @Nullable String word) {
        return words(field, word, Channel::named, Stream.of(Channel.values()).map(Channel::word)).stream()
                .findFirst()
                .orElse(null);
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
