package esop.intake.web;

import esop.intake.Intake;
import esop.intake.Intakes;
import esop.web.Texts;
import esop.workflow.Sentences;
import esop.workflow.TaskHistory.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An intake's story in sentences: {@code intake.event.<kind>}. */
@Component("intakeTimeline")
class Timeline {

    private final Intakes intakes;
    private final Sentences sentences;

    Timeline(Intakes intakes, Sentences sentences) {
        this.intakes = intakes;
        this.sentences = sentences;
    }

    @Transactional(readOnly = true)
    List<Entry> of(Intake intake) {
        var events = intakes.events(intake.id()).stream()
                .map(event ->
                        new Sentences.Event(event.at(), event.kind(), event.actor(), intake.id(), event.params()));
        return sentences.tell("intake.event", events, Timeline::say);
    }

    private static String say(String name, String value, Sentences.Event event) {
        var locale = Texts.current();
        return switch (name) {
            case "why" -> Texts.isEnglish() ? event.params().getOrDefault("whyEn", value) : value;
            case "channel", "kind", "outcome", "step" -> Words.in(locale, name, value);
            case "fields" ->
                Arrays.stream(value.split(","))
                        .map(field -> Words.in(locale, "field", field))
                        .collect(Collectors.joining(Texts.isEnglish() ? ", " : "、"));
            case "subject" -> value.isEmpty() ? "" : " " + value;
            default -> value;
        };
    }
}
