package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import esop.identity.CurrentPerson;
import esop.identity.CurrentRights;
import esop.systems.CallView;
import esop.web.Hidden;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls carry whom to call and where to write: in full only for those who may open all calls, and for ESOP itself. */
@Component
class HiddenContacts {

    private static final String CALLS = "calls";
    private static final Pattern NUMBER = Pattern.compile("(?i).*(phone|mobile|msisdn|fax).*");
    private static final Pattern MAIL = Pattern.compile("(?i).*e-?mail.*");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");

    private final CurrentPerson currentPerson;
    private final CurrentRights currentRights;

    HiddenContacts(CurrentPerson currentPerson, CurrentRights currentRights) {
        this.currentPerson = currentPerson;
        this.currentRights = currentRights;
    }

    boolean fromReader() {
        return currentPerson
                .find()
                .filter(person -> currentRights
                        .of(person.id())
                        .filter(rights -> rights.modules().containsKey(CALLS))
                        .isEmpty())
                .isPresent();
    }

    static CallView in(CallView call) {
        return new CallView(
                call.key(),
                call.aggregate(),
                call.step(),
                call.generation(),
                call.system(),
                call.operation(),
                call.state(),
                call.attempts(),
                call.nextAt(),
                call.errorClass(),
                call.message() == null ? null : text("", call.message()),
                call.externalId(),
                node("", call.request()),
                call.answer() == null ? null : node("", call.answer()),
                call.created(),
                call.answered());
    }

    /** @param name what a value is called, by its field or as a characteristic */
    private static JsonNode node(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            var characteristic = object.path("name").asText();
            object.properties()
                    .forEach(field -> field.setValue(
                            node(field.getKey().equals("value") ? characteristic : field.getKey(), field.getValue())));
            return object;
        }
        if (value instanceof ArrayNode array) {
            var hidden = new ArrayList<JsonNode>();
            array.forEach(element -> hidden.add(node(name, element)));
            return array.removeAll().addAll(hidden);
        }
        return value.isValueNode() && !value.isNull() && !value.isBoolean() ? leaf(name, value) : value;
    }

    private static JsonNode leaf(String name, JsonNode value) {
        var before = value.asText();
        var after = text(name, before);
        return after.equals(before) ? value : TextNode.valueOf(after);
    }

    private static String text(String name, String text) {
        if (NUMBER.matcher(name).matches()) {
            return or(Hidden.number(text), text);
        }
        return MAIL.matcher(name).matches()
                ? or(Hidden.mail(text), text)
                : MOBILE.matcher(text).replaceAll(found -> or(Hidden.number(found.group()), ""));
    }

    private static String or(@Nullable String hidden, String otherwise) {
        return hidden == null ? otherwise : hidden;
    }
}
