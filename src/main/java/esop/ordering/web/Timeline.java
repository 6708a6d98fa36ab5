package esop.ordering.web;

import esop.catalog.Catalog;
import esop.identity.People;
import esop.identity.Person;
import esop.ordering.OrderEvent;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.web.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An order's story in sentences, in the reader's language: {@code ordering.event.<kind>} with what the event names in braces. */
@Component
class Timeline {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final Ordering ordering;
    private final Catalog catalog;
    private final People people;
    private final Reasons reasons;

    Timeline(Ordering ordering, Catalog catalog, People people, Reasons reasons) {
        this.ordering = ordering;
        this.catalog = catalog;
        this.people = people;
        this.reasons = reasons;
    }

    record Entry(
            Instant at,
            String kind,
            @Nullable String actor,
            @Nullable String actorName,
            String subject,
            String text) {}

    @Transactional(readOnly = true)
    List<Entry> of(ProductOrder order) {
        var names = new HashMap<String, String>();
        return ordering.events(order.id()).stream()
                .map(event -> new Entry(
                        event.at(),
                        event.kind(),
                        event.actor(),
                        actorName(event.actor(), names),
                        event.subject(),
                        text(event)))
                .toList();
    }

    private @Nullable String actorName(@Nullable String actor, Map<String, String> names) {
        return actor == null
                ? null
                : names.computeIfAbsent(
                        actor, id -> people.find(id).map(Person::name).orElse(id));
    }

    private String text(OrderEvent event) {
        return NAME.matcher(pattern(event)).replaceAll(found -> {
            var name = found.group(1);
            var value =
                    name.equals("subject") ? event.subject() : event.params().getOrDefault(name, "");
            return Matcher.quoteReplacement(word(name, value, Texts.current()));
        });
    }

    /** A sentence of its own for an outcome that needs other words, for example {@code call.answered.FAILED}. */
    private static String pattern(OrderEvent event) {
        var key = "ordering.event." + event.kind();
        for (var discriminator : List.of("state", "resolution")) {
            var value = event.params().get(discriminator);
            if (value != null) {
                try {
                    return Texts.get(key + "." + value);
                } catch (NoSuchMessageException usual) {
                    // The kind's own sentence does.
                }
            }
        }
        try {
            return Texts.get(key);
        } catch (NoSuchMessageException unnamed) {
            return event.kind() + " {subject}";
        }
    }

    private String word(String name, String value, Locale locale) {
        return switch (name) {
            case "product" ->
                catalog.find(value).map(offering -> offering.nameIn(locale)).orElse(value);
            case "reason" -> reasons.rejection(value, locale);
            case "unit", "system" -> Words.in(locale, "unit", value);
            case "path", "action", "state", "step", "resolution", "errorClass", "satisfaction", "plan", "role" ->
                Words.in(locale, name, value);
            case "withdrawal" -> Words.in(locale, name, value);
            case "message" -> value.isEmpty() ? "" : (locale == Texts.ENGLISH ? ": " : "：") + value;
            default -> value;
        };
    }
}
