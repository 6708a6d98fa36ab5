package esop.cancellation.web;

import esop.cancellation.Cancellations;
import esop.web.Texts;
import esop.workflow.Sentences;
import esop.workflow.TaskHistory.Entry;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A cancellation's story in sentences: {@code cancellation.event.<kind>}. */
@Component
class CancellationTimeline {

    private final Cancellations cancellations;
    private final Sentences sentences;

    CancellationTimeline(Cancellations cancellations, Sentences sentences) {
        this.cancellations = cancellations;
        this.sentences = sentences;
    }

    @Transactional(readOnly = true)
    List<Entry> of(String id) {
        var events = cancellations.events(id).stream()
                .map(event -> new Sentences.Event(event.at(), event.kind(), event.actor(), id, event.params()));
        return sentences.tell("cancellation.event", events, CancellationTimeline::say);
    }

    private static String say(String name, String value, Sentences.Event event) {
        return switch (name) {
            case "level" -> Texts.get("cancellation.level." + value);
            case "penalty", "waived", "due" -> value.isEmpty() ? value : yuan(new BigDecimal(value));
            default -> value;
        };
    }

    private static String yuan(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }
}
