package esop.catalog;

import esop.web.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds one value against its characteristic; says in the person's language what is wrong with it. */
record CharacteristicCheck(Characteristic characteristic, Locale locale) {

    private static final int LONGEST_TEXT = 200;

    Optional<String> problem(@Nullable Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            return characteristic.required() ? says("required") : Optional.empty();
        }
        return switch (characteristic.type()) {
            case "integer" -> wholeNumber(value);
            case "number" -> value instanceof Number number ? range(new BigDecimal(number.toString())) : says("number");
            case "boolean" -> value instanceof Boolean ? Optional.empty() : says("boolean");
            case "enum" -> option(value);
            case "date" -> date(value);
            default -> text(value);
        };
    }

    private Optional<String> wholeNumber(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger
                ? range(new BigDecimal(value.toString()))
                : says("integer");
    }

    private Optional<String> range(BigDecimal number) {
        var min = characteristic.min();
        var max = characteristic.max();
        if (min != null && number.compareTo(BigDecimal.valueOf(min)) < 0) {
            return says("min", min.toString());
        }
        return max != null && number.compareTo(BigDecimal.valueOf(max)) > 0
                ? says("max", max.toString())
                : Optional.empty();
    }

    private Optional<String> option(Object value) {
        var options = Objects.requireNonNull(characteristic.options());
        if (options.stream().anyMatch(option -> option.value().equals(value))) {
            return Optional.empty();
        }
        return says("option", options.stream().map(Characteristic.Option::value).collect(Collectors.joining(", ")));
    }

    private Optional<String> date(Object value) {
        try {
            if (value instanceof String text) {
                LocalDate.parse(text);
                return Optional.empty();
            }
        } catch (DateTimeParseException unreadable) {
            // Said below, as for anything else that is no date.
        }
        return says("date");
    }

    private Optional<String> text(Object value) {
        if (!(value instanceof String text)) {
            return says("text");
        }
        var longest = characteristic.maxLength() == null ? LONGEST_TEXT : characteristic.maxLength();
        if (text.codePointCount(0, text.length()) > longest) {
            return says("length", Integer.toString(longest));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return says("control");
        }
        var pattern = characteristic.pattern();
        return pattern == null || text.matches(pattern)
                ? Optional.empty()
                : says("pattern", String.valueOf(characteristic.patternHintIn(locale)));
    }

    private Optional<String> says(String key, String... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = characteristic.labelIn(locale);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Optional.of(Texts.get("catalog.characteristic." + key, arguments));
    }
}
