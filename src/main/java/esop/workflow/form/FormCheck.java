package esop.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import esop.web.FieldError;
import esop.web.Texts;
import esop.workflow.FormRefusedException;
import esop.workflow.form.FormValue.NotThisTypeException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what was submitted against the deployed schema, and keeps of it what the form lets its reader change. */
final class FormCheck {

    private final FormSchema form;
    private final Map<String, @Nullable Object> existing;
    private final Map<String, @Nullable Object> submitted;
    private final FormConditions conditions;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    FormCheck(
            FormSchema form,
            Map<String, @Nullable Object> existing,
            Map<String, @Nullable Object> submitted,
            FormConditions conditions) {
        this.form = form;
        this.existing = existing;
        this.submitted = submitted;
        this.conditions = conditions;
    }

    /** @throws FormRefusedException with every field that is wrong */
    Map<String, @Nullable Object> accepted() {
        var seen = new HashMap<>(existing);
        form.fields().stream()
                .filter(field -> submitted.containsKey(field.key()) && !conditions.locked(field, existing))
                .forEach(field -> seen.put(field.key(), submitted.get(field.key())));
        var accepted = new HashMap<String, @Nullable Object>();
        for (var field : form.fields()) {
            if (conditions.locked(field, seen)) {
                continue;
            }
            if (conditions.hidden(field, seen)) {
                leaveEmpty(field, accepted);
            } else {
                accept(field, accepted);
            }
        }
        if (!errors.isEmpty()) {
            throw new FormRefusedException(Texts.get("workflow.form.refused", String.join("; ", sentences)), errors);
        }
        return accepted;
    }

    /** A condition in the model may name the variable, so there must be one. */
    private void leaveEmpty(FormField field, Map<String, @Nullable Object> accepted) {
        if (!existing.containsKey(field.key())) {
            accepted.put(field.key(), null);
        }
    }

    private void accept(FormField field, Map<String, @Nullable Object> accepted) {
        try {
            var value = FormValue.of(field, submitted.get(field.key()), existing.get(field.key()));
            if (isEmpty(value)) {
                if (field.required()) {
                    refuse(field, "required");
                } else if (submitted.containsKey(field.key())) {
                    accepted.put(field.key(), value);
                } else {
                    leaveEmpty(field, accepted);
                }
            } else if (fits(field, value)) {
                accepted.put(field.key(), value);
            }
        } catch (NotThisTypeException failure) {
            refuse(field, "wrong-type");
        }
    }

    private boolean isEmpty(@Nullable Object value) {
        return value == null
                || value.equals("")
                || value.equals(false)
                || value.toString().equals("[]");
    }

    private boolean fits(FormField field, Object value) {
        var before = errors.size();
        switch (field.type()) {
            case "textfield", "textarea" -> text(field, (String) value);
            case "number" -> number(field, new BigDecimal(value.toString()));
            case "select", "radio" -> chosen(field, List.of((String) value));
            case "checklist", "taglist" -> chosen(field, FormValue.choices(value));
            case "datetime" -> moment(field, (String) value);
            default -> {}
        }
        return errors.size() == before;
    }

    private void text(FormField field, String text) {
        var rules = field.rules();
        if (rules.path("minLength").isNumber()
                && text.length() < rules.get("minLength").asInt()) {
            refuse(field, "too-short", rules.get("minLength").asText());
        } else if (rules.path("maxLength").isNumber()
                && text.length() > rules.get("maxLength").asInt()) {
            refuse(field, "too-long", rules.get("maxLength").asText());
        } else if (rules.hasNonNull("pattern")
                && !Pattern.compile(rules.get("pattern").asText()).matcher(text).find()) {
            refuse(field, "pattern");
        }
    }

    private void number(FormField field, BigDecimal number) {
        var least = bound(field.rules().path("min"));
        var most = bound(field.rules().path("max"));
        if (least != null && number.compareTo(least) < 0) {
            refuse(field, "too-small", least.toPlainString());
        } else if (most != null && number.compareTo(most) > 0) {
            refuse(field, "too-large", most.toPlainString());
        }
    }

    private static @Nullable BigDecimal bound(JsonNode bound) {
        return bound.isNumber() ? bound.decimalValue() : null;
    }

    private void chosen(FormField field, List<String> choices) {
        var options = field.options();
        if (options == null && field.optionsVariable() != null) {
            options = conditions.options(existing.get(field.optionsVariable()));
        }
        if (options != null && !options.containsAll(choices)) {
            refuse(field, "not-an-option");
        }
    }

    private void moment(FormField field, String text) {
        if (field.schema().path("disallowPassedDates").asBoolean()
                && text.length() >= 10
                && LocalDate.parse(text.substring(0, 10)).isBefore(conditions.today())) {
            refuse(field, "past");
        }
    }

    private void refuse(FormField field, String why, Object... bounds) {
        var message = Texts.get("workflow.form." + why, bounds);
        errors.add(new FieldError(field.key(), message));
        sentences.add(field.label(Texts.isEnglish()) + " " + message);
    }
}
