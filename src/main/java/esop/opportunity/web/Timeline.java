package esop.opportunity.web;

import esop.identity.People;
import esop.identity.Person;
import esop.opportunity.ChannelWords;
import esop.opportunity.EntryChanges;
import esop.opportunity.Opportunities;
import esop.opportunity.OpportunityEvent;
import esop.opportunity.SalesOpportunity;
import esop.web.Texts;
import java.time.Instant;
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

/** An opportunity's story in sentences, in the reader's language: {@code opportunity.event.<kind>} with its words in braces. */
@Component("opportunityTimeline")
class Timeline {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final Opportunities opportunities;
    private final ChannelWords channels;
    private final People people;

    Timeline(Opportunities opportunities, ChannelWords channels, People people) {
        this.opportunities = opportunities;
        this.channels = channels;
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
    List<Entry> of(SalesOpportunity opportunity) {
        var names = new HashMap<String, String>();
        return opportunities.events(opportunity.id()).stream()
                .map(event -> new Entry(
                        event.at(),
                        event.kind(),
                        event.actor(),
                        actorName(event.actor(), names),
                        opportunity.id(),
                        text(event)))
                .toList();
    }

    private @Nullable String actorName(@Nullable String actor, Map<String, String> names) {
        return actor == null
                ? null
                : names.computeIfAbsent(
                        actor, id -> people.find(id).map(Person::name).orElse(id));
    }

    private String text(OpportunityEvent event) {
        return NAME.matcher(pattern(event))
                .replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), event.params(), Texts.current())));
    }

    private static String pattern(OpportunityEvent event) {
        var key = "opportunity.event." + event.kind();
        var state = event.params().get("state");
        try {
            return state == null ? Texts.get(key) : Texts.get(key + "." + state);
        } catch (NoSuchMessageException usual) {
            return Texts.get(key);
        }
    }

    private String word(String name, Map<String, String> params, Locale locale) {
        var value = params.getOrDefault(name, "");
        return switch (name) {
            case "why" -> locale == Texts.ENGLISH ? params.getOrDefault("whyEn", value) : value;
            case "source", "channel", "receiver" -> channels.in(locale, value);
            case "stage", "subject", "level", "step" -> Words.in(locale, name, value);
            case "changes" -> changes(params, locale);
            case "message" -> value.isEmpty() ? "" : (locale == Texts.ENGLISH ? ": " : "：") + value;
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
