package esop.cancellation.web;

import esop.cancellation.Cancellations;
import esop.web.Texts;
import esop.workflow.Sentences;
import esop.workflow.TaskHistory.Entry;
import java.util.List;
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
        return sentences.tell(
                "cancellation.event",
                events,
                (name, value, event) -> name.equals("level") ? Texts.get("cancellation.level." + value) : value);
    }
}
