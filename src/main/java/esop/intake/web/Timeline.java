package esop.intake.web;

import esop.identity.People;
import esop.identity.Person;
import esop.intake.Intake;
import esop.intake.IntakeEvent;
import esop.intake.Intakes;
import esop.web.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An intake's story in sentences, in the reader's language: {@code intake.event.<kind>} with its words in braces. */
@Component("intakeTimeline")
class Timeline {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final Intakes intakes;
    private final People people;

    Timeline(Intakes intakes, People people) {
        this.intakes = intakes;
        this.people = people;
    }

    record Entry(
            Instant at,
            String kind,
            @Nullable String actor,
            @Nullable String actorName,
            String subject,
            String text) {}

    @Transactional(readOnly = true)
    List<Entry> of(Intake intake) {
        var names = new HashMap<String, String>();
        return intakes.events(intake.id()).stream()
                .map(event -> new Entry(
                        event.at(),
                        event.kind(),
                        event.actor(),
                        actorName(event.actor(), names),
                        intake.id(),
                        text(event)))
                .toList();
    }

    private @Nullable String actorName(@Nullable String actor, Map<String, String> names) {
        return actor == null
                ? null
                : names.computeIfAbsent(
                        actor, id -> people.find(id).map(Person::name).orElse(id));
    }

    private static String text(IntakeEvent event) {
        return NAME.matcher(pattern(event))
                .replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), event.params(), Texts.current())));
    }

    private static String pattern(IntakeEvent event) {
        var key = "intake.event." + event.kind();
        var state = event.params().get("state");
        try {
            return state == null ? Texts.get(key) : Texts.get(key + "." + state);
        } catch (NoSuchMessageException usual) {
            return Texts.get(key);
        }
    }

    private static String word(String name, Map<String, String> params, Locale locale) {
        var value = params.getOrDefault(name, "");
        return switch (name) {
            case "why" -> locale == Texts.ENGLISH ? params.getOrDefault("whyEn", value) : value;
            case "channel", "kind", "outcome", "step" -> Words.in(locale, name, value);
            case "fields" ->
                Arrays.stream(value.split(","))
                        .map(field -> Words.in(locale, "field", field))
                        .collect(Collectors.joining(locale == Texts.ENGLISH ? ", " : "、"));
            case "subject" -> value.isEmpty() ? "" : " " + value;
            case "message" -> value.isEmpty() ? "" : (locale == Texts.ENGLISH ? ": " : "：") + value;
            default -> value;
        };
    }
}
