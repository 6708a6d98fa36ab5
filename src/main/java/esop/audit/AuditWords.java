package esop.audit;

import esop.web.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Says differences to people. */
@Component
class AuditWords {

    /** The engine keeps text variables up to 4000 characters. */
    private static final int LONGEST = 3500;

    private final DifferenceRepository differences;

    AuditWords(DifferenceRepository differences) {
        this.differences = differences;
    }

    /** Those that are open, a line for each, as the task's form shows them in either language. */
    Map<String, Object> ofAudit(String auditId) {
        var open = differences.of(auditId).stream()
                .filter(difference -> !List.of("fixed", "accepted").contains(difference.state()))
                .toList();
        return Map.of("differences", lines(open, Texts.CHINESE), "differencesEn", lines(open, Texts.ENGLISH));
    }

    private static String lines(List<Difference> open, Locale locale) {
        var text = open.stream().map(difference -> line(difference, locale)).collect(Collectors.joining("\n"));
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    Map<String, Object> ofProposal(Difference difference) {
        var step = difference.name().split(":");
        Map<String, Object> said = new HashMap<>();
        said.put("serviceOrderId", step[0]);
        said.put("systemName", word(Texts.CHINESE, "unit", difference.system()));
        said.put("systemNameEn", word(Texts.ENGLISH, "unit", difference.system()));
        said.put("stepName", word(Texts.CHINESE, "step", step[1]));
        said.put("stepNameEn", word(Texts.ENGLISH, "step", step[1]));
        said.put("difference", line(difference, Texts.CHINESE));
        said.put("differenceEn", line(difference, Texts.ENGLISH));
        return said;
    }

    private static String line(Difference difference, Locale locale) {
        return Texts.in(
                locale,
                "audit.line",
                word(locale, "unit", difference.system()),
                element(difference.element(), locale),
                said(difference.ours(), locale),
                said(difference.theirs(), locale));
    }

    private static String said(@Nullable String value, Locale locale) {
        return value == null ? Texts.in(locale, "audit.nothing") : named(locale, "audit.value." + value, value);
    }

    private static String element(String element, Locale locale) {
        var name = element.startsWith("characteristic.") ? element.substring("characteristic.".length()) : element;
        return named(locale, "audit.element." + name, name);
    }

    private static String word(Locale locale, String kind, String code) {
        return named(locale, "ordering." + kind + "." + code, code);
    }

    private static String named(Locale locale, String key, String otherwise) {
        try {
            return Texts.in(locale, key);
        } catch (NoSuchMessageException unnamed) {
            return otherwise;
        }
    }
}
