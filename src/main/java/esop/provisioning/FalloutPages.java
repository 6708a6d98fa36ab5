package esop.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.systems.CallView;
import esop.systems.Step;
import esop.systems.SystemCalls;
import esop.web.Texts;
import esop.workflow.FormChoices;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/** What the person who resolves a fallout reads in its form: what failed, request and answer, and the characteristics to correct. */
@Component
class FalloutPages {

    /** The engine keeps text variables up to 4000 characters. */
    private static final int LONGEST = 3500;

    private final FalloutRepository fallouts;
    private final ServiceOrders serviceOrders;
    private final SystemCalls calls;
    private final List<FormChoices> choices;
    private final ObjectMapper json;

    FalloutPages(
            FalloutRepository fallouts,
            ServiceOrders serviceOrders,
            SystemCalls calls,
            FalloutChoices answers,
            StepsBack stepsBack,
            ObjectMapper json) {
        this.fallouts = fallouts;
        this.serviceOrders = serviceOrders;
        this.calls = calls;
        this.choices = List.of(answers, stepsBack);
        this.json = json;
    }

    @Transactional(readOnly = true)
    Map<String, Object> of(String falloutId) {
        var fallout = fallouts.get(falloutId);
        var key = new Step(fallout.aggregate(), fallout.step(), fallout.generation()).key();
        var call = calls.ofAggregates(List.of(fallout.aggregate())).stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst();
        var page = new HashMap<String, Object>();
        page.put("errorClass", fallout.errorClass());
        name(page, "systemName", "unit", fallout.system());
        name(page, "stepName", "step", fallout.step());
        name(page, "errorName", "errorClass", fallout.errorClass());
        page.put("errorMessage", Objects.requireNonNullElse(fallout.message(), "—"));
        page.put("requestText", text(call.map(CallView::request).orElse(null)));
        page.put("answerText", text(call.map(CallView::answer).orElse(null)));
        page.put(
                "characteristics",
                text(serviceOrders.facts(fallout.serviceOrderId()).characteristics()));
        choices.forEach(choice -> page.put(choice.key(), offered(choice, Map.of("falloutId", falloutId))));
        return page;
    }

    /** For whoever opens the form in Tasklist; ours asks anew each time it is opened. */
    private SpinJsonNode offered(FormChoices choice, Map<String, Object> variables) {
        return Spin.JSON(json.valueToTree(choice.of(variables)).toString());
    }

    /** People read names, in both languages; a code nobody has named stays as it is. */
    private static void name(Map<String, Object> page, String variable, String kind, String code) {
        page.put(variable, word(Texts.CHINESE, kind, code));
        page.put(variable + "En", StringUtils.capitalize(word(Texts.ENGLISH, kind, code)));
    }

    private static String word(Locale locale, String kind, String code) {
        try {
            return Texts.in(locale, "ordering." + kind + "." + code);
        } catch (NoSuchMessageException unnamed) {
            return code;
        }
    }

    private String text(@Nullable Object value) {
        if (value == null) {
            return "—";
        }
        try {
            var text = json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
            return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
