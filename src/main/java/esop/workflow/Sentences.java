package esop.workflow;

import esop.identity.People;
import esop.identity.Person;
import esop.web.Texts;
import esop.workflow.TaskHistory.Entry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Tells what happened, in the reader's language: the message of its kind, with what it names in braces. */
@Component
public class Sentences {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    /** An outcome that needs other words has a sentence of its own, for example {@code call.answered.FAILED}. */
    private static final List<String> OUTCOMES = List.of("state", "resolution");

    private final People people;

    Sentences(People people) {
        this.people = people;
    }

    /**
     * @param subject what it happened to
     * @param params what its sentence names
     */
    public record Event(Instant at, String kind, @Nullable String actor, String subject, Map<String, String> params) {}

    /** How a module says what a sentence of its names. */
    @FunctionalInterface
    public interface Words {

        /** @param value empty where the event does not have it */
        String say(String name, String value, Event event);
    }

    /** @param messages what the keys of the sentences begin with, for example {@code ordering.event} */
    public List<Entry> tell(String messages, Stream<Event> events, Words words) {
        var names = new HashMap<String, String>();
        return events.map(event -> new Entry(
                        event.at(),
                        event.kind(),
                        event.actor(),
                        nameOf(event.actor(), names),
                        event.subject(),
                        sentence(messages + "." + event.kind(), event, words)))
                .toList();
    }

    private @Nullable String nameOf(@Nullable String actor, Map<String, String> names) {
        return actor == null
                ? null
                : names.computeIfAbsent(
                        actor, id -> people.find(id).map(Person::name).orElse(id));
    }

    private static String sentence(String key, Event event, Words words) {
        var pattern = OUTCOMES.stream()
                .flatMap(outcome -> Optional.ofNullable(event.params().get(outcome)).stream())
                .flatMap(outcome -> message(key + "." + outcome).stream())
                .findFirst()
                .or(() -> message(key))
                .orElse(event.kind() + " {subject}");
        return NAME.matcher(pattern).replaceAll(found -> {
            var name = found.group(1);
            var value = event.params().getOrDefault(name, "");
            return Matcher.quoteReplacement(name.equals("message") ? said(value) : words.say(name, value, event));
        });
    }

    private static Optional<String> message(String key) {
        try {
            return Optional.of(Texts.get(key));
        } catch (NoSuchMessageException none) {
            return Optional.empty();
        }
    }

    private static String said(String message) {
        return message.isEmpty() ? "" : (Texts.isEnglish() ? ": " : "：") + message;
    }
}
