package esop.cancellation.web;

import esop.cancellation.CancellationEvent;
import esop.cancellation.Cancellations;
import esop.identity.People;
import esop.identity.Person;
import esop.web.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A cancellation's story in sentences, in the reader's language: {@code cancellation.event.<kind>} with its words in braces. */
@Component
class CancellationTimeline {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final Cancellations cancellations;
    private final People people;

    CancellationTimeline(Cancellations cancellations, People people) {
        this.cancellations = cancellations;
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
    List<Entry> of(String id) {
        var names = new HashMap<String, String>();
        return cancellations.events(id).stream()
                .map(event -> new Entry(
                        event.at(), event.kind(), event.actor(), actorName(event.actor(), names), id, text(event)))
                .toList();
    }

    private @Nullable String actorName(@Nullable String actor, Map<String, String> names) {
        return actor == null
                ? null
                : names.computeIfAbsent(
                        actor, id -> people.find(id).map(Person::name).orElse(id));
    }

    private static String text(CancellationEvent event) {
        return NAME.matcher(Texts.get("cancellation.event." + event.kind()))
                .replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), event.params())));
    }

    private static String word(String name, Map<String, String> params) {
        var value = params.getOrDefault(name, "");
        return switch (name) {
            case "level" -> Texts.get("cancellation.level." + value);
            case "message" -> value.isEmpty() ? "" : (Texts.isEnglish() ? ": " : "：") + value;
            default -> value;
        };
    }
}
