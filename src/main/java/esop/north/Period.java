package esop.north;

import esop.web.BadRequestException;
import esop.web.Texts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From when to when, as a query says it with {@code .gt}, {@code .gte}, {@code .lt} and {@code .lte} behind an attribute.
 *
 * @param since at this moment or later
 * @param before the first moment too late
 */
record Period(@Nullable Instant since, @Nullable Instant before) {

    /** The smallest step PostgreSQL tells apart. */
    private static final long MICROSECOND = 1_000;

    static Period of(Map<String, String> query, String attribute) {
        var since = Stream.of(moment(query, attribute + ".gte", 0), moment(query, attribute + ".gt", MICROSECOND))
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
        var before = Stream.of(moment(query, attribute + ".lt", 0), moment(query, attribute + ".lte", MICROSECOND))
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
        return new Period(since.orElse(null), before.orElse(null));
    }

    /** The parameters it understands, beside others. */
    static Set<String> and(String attribute, String... others) {
        var names = new TreeSet<>(Set.of(others));
        Stream.of(".gt", ".gte", ".lt", ".lte").forEach(end -> names.add(attribute + end));
        return names;
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
