package esop.ordering.web;

import esop.catalog.Catalog;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.web.Texts;
import esop.workflow.Sentences;
import esop.workflow.TaskHistory.Entry;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An order's story in sentences: {@code ordering.event.<kind>}. */
@Component
class Timeline {

    private final Ordering ordering;
    private final Catalog catalog;
    private final Reasons reasons;
    private final Sentences sentences;

    Timeline(Ordering ordering, Catalog catalog, Reasons reasons, Sentences sentences) {
        this.ordering = ordering;
        this.catalog = catalog;
        this.reasons = reasons;
        this.sentences = sentences;
    }

    @Transactional(readOnly = true)
    List<Entry> of(ProductOrder order) {
        var events = ordering.events(order.id()).stream()
                .map(event ->
                        new Sentences.Event(event.at(), event.kind(), event.actor(), event.subject(), event.params()));
        return sentences.tell("ordering.event", events, this::say);
    }

    private String say(String name, String value, Sentences.Event event) {
        var locale = Texts.current();
        return switch (name) {
            case "subject" -> event.subject();
            case "product" ->
                catalog.find(value).map(offering -> offering.nameIn(locale)).orElse(value);
            case "reason" -> reasons.rejection(value, locale);
            case "unit", "system" -> Words.in(locale, "unit", value);
            case "path",
                    "action",
                    "state",
                    "step",
                    "resolution",
                    "errorClass",
                    "satisfaction",
                    "plan",
                    "role",
                    "withdrawal" -> Words.in(locale, name, value);
            default -> value;
        };
    }
}
