package esop.intake;

import esop.catalog.Catalog;
import esop.web.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What forms and the inbox show of an intake, without letting anybody change it there; in Chinese, as what is kept. */
@Component
class Shown {

    private final Notes notes;
    private final Catalog catalog;

    Shown(Notes notes, Catalog catalog) {
        this.notes = notes;
        this.catalog = catalog;
    }

    Map<String, @Nullable Object> of(Intake intake) {
        var entry = intake.entry();
        var channels = intake.channels();
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("customerId", entry.customerId());
        variables.put("customerKnown", !entry.toMatch());
        variables.put("customerName", entry.customerName());
        variables.put("productName", subject(intake, Texts.CHINESE));
        variables.put("productNameEn", subject(intake, Texts.ENGLISH));
        variables.put("need", entry.need());
        variables.put(
                "contact",
                Stream.of(entry.contactName(), entry.contactPhone(), callback(entry.callbackPhone()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")));
        variables.put("contactChannel", word(channels.contact()));
        variables.put("notes", written(notes.of(intake.id())));
        return variables;
    }

    /** What it is about, in a few words. */
    String subject(Intake intake, Locale locale) {
        var products = intake.entry().offeringIds().stream()
                .map(catalog::find)
                .flatMap(Optional::stream)
                .map(offering -> offering.nameIn(locale))
                .collect(Collectors.joining(locale == Texts.ENGLISH ? ", " : "、"));
        var kind = Texts.in(locale, "intake.kind." + intake.entry().kind().word());
        return products.isEmpty() ? kind : kind + " · " + products;
    }

    private static String written(List<Note> all) {
        return all.stream()
                .map(note -> word(note.channel()) + " " + note.authorName() + "：" + note.text())
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String callback(@Nullable String number) {
        return number == null ? null : Texts.in(Texts.CHINESE, "intake.callback", number);
    }

    private static String word(Channel channel) {
        return Texts.in(Texts.CHINESE, "intake.channel." + channel.word());
    }
}
