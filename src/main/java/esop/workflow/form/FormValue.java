package esop.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** One submitted value, brought to the type its field declares. */
final class FormValue {

    /** What the engine can keep as text. */
    private static final int LONGEST = 4000;

    private FormValue() {}

    /**
     * @param existing what the variable holds already; its kind of number stays
     * @throws NotThisTypeException where the value is of another type than the field's
     */
    static @Nullable Object of(FormField field, @Nullable Object value, @Nullable Object existing) {
        if (value == null) {
            return null;
        }
        return switch (field.type()) {
            case "textfield", "textarea", "select", "radio" -> text(value);
            case "number" -> number(field, value, existing);
            case "checkbox" -> flag(value);
            case "checklist", "taglist" -> Spin.JSON(list(value).toString());
            case "datetime" -> moment(field, text(value));
            default -> throw new NotThisTypeException();
        };
    }

    private static String text(Object value) {
        if (!(value instanceof String text) || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new NotThisTypeException();
        }
        return text;
    }

    private static Boolean flag(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new NotThisTypeException();
    }

    private static @Nullable Object number(FormField field, Object value, @Nullable Object existing) {
        var asText = field.schema().path("serializeToString").asBoolean();
        if (value instanceof String text && text.isEmpty()) {
            return null;
        }
        if (!(value instanceof Number) && !(asText && value instanceof String)) {
            throw new NotThisTypeException();
        }
        var number = decimal(value.toString());
        var digits = field.schema().path("decimalDigits");
        if (digits.isInt() && number.stripTrailingZeros().scale() > digits.asInt()) {
            throw new NotThisTypeException();
        }
        if (asText || existing instanceof String) {
            return value.toString();
        }
        try {
            if (existing instanceof Double || !digits.isInt() || digits.asInt() > 0) {
                return existing instanceof Integer ? (Object) number.intValueExact() : (Object) number.doubleValue();
            }
            return existing instanceof Long ? (Object) number.longValueExact() : (Object) number.intValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new NotThisTypeException();
        }
    }

    private static BigDecimal decimal(String text) {
        try {
            if (text.length() > 40) {
                throw new NotThisTypeException();
            }
            var number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > 40) {
                throw new NotThisTypeException();
            }
            return number;
        } catch (NumberFormatException failure) {
            throw new NotThisTypeException();
        }
    }

    /** The chosen values of a list, each a text. */
    static List<String> choices(Object value) {
        var choices = new ArrayList<String>();
        for (JsonNode choice : list(value)) {
            choices.add(choice.asText());
        }
        return choices;
    }

    private static JsonNode list(Object value) {
        var json = value instanceof SpinJsonNode node
                ? (JsonNode) node.unwrap()
                : new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(value);
        if (!json.isArray() || json.size() > 500) {
            throw new NotThisTypeException();
        }
        for (var element : json) {
            if (!element.isTextual()
                    || element.asText().indexOf('\0') >= 0
                    || element.asText().length() > LONGEST) {
                throw new NotThisTypeException();
            }
        }
        return json;
    }

    private static @Nullable String moment(FormField field, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            switch (field.schema().path("subtype").asText("date")) {
                case "date" -> LocalDate.parse(text);
                case "time" -> LocalTime.parse(text.length() > 5 ? text.substring(0, 5) : text);
                default -> DateTimeFormatter.ISO_DATE_TIME.parse(text);
            }
            return text;
        } catch (DateTimeException failure) {
            throw new NotThisTypeException();
        }
    }

    static final class NotThisTypeException extends RuntimeException {}
}
