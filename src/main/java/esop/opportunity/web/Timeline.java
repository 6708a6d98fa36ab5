package esop.opportunity.web;

import esop.opportunity.ChannelWords;
import esop.opportunity.EntryChanges;
import esop.opportunity.Opportunities;
import esop.opportunity.SalesOpportunity;
import esop.web.Texts;
import esop.workflow.Sentences;
import esop.workflow.TaskHistory.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An opportunity's story in sentences: {@code opportunity.event.<kind>}. */
@Component("opportunityTimeline")
class Timeline {

    private final Opportunities opportunities;
    private final ChannelWords channels;
    private final Sentences sentences;

    Timeline(Opportunities opportunities, ChannelWords channels, Sentences sentences) {
        this.opportunities = opportunities;
        this.channels = channels;
        this.sentences = sentences;
    }

    @Transactional(readOnly = true)
    List<Entry> of(SalesOpportunity opportunity) {
        var events = opportunities.events(opportunity.id()).stream()
                .map(event ->
                        new Sentences.Event(event.at(), event.kind(), event.actor(), opportunity.id(), event.params()));
        return sentences.tell("opportunity.event", events, this::say);
    }

    private String say(String name, String value, Sentences.Event event) {
        var locale = Texts.current();
        return switch (name) {
            case "why" -> Texts.isEnglish() ? event.params().getOrDefault("whyEn", value) : value;
            case "source", "channel", "receiver" -> channels.in(locale, value);
            case "stage", "subject", "level", "step" -> Words.in(locale, name, value);
            case "changes" -> changes(event.params(), locale);
            default -> value;
        };
    }

    private String changes(Map<String, String> params, Locale locale) {
        return EntryChanges.read(params).changed().entrySet().stream()
                .map(one -> Texts.in(locale, "opportunity.field." + one.getKey()) + " "
                        + said(one.getKey(), one.getValue().before(), locale) + " → "
                        + said(one.getKey(), one.getValue().after(), locale))
                .collect(Collectors.joining(locale == Texts.ENGLISH ? "; " : "；"));
    }

    private String said(String field, String value, Locale locale) {
        if (value.isEmpty()) {
            return "–";
        }
        return field.equals("source") ? channels.in(locale, value) : value;
    }
}
