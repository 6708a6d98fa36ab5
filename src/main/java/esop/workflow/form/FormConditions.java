package esop.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import esop.workflow.Feel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a form leaves open: conditions in FEEL, options that a variable holds, the day of today. */
@Component
class FormConditions {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

    private final Feel feel;
    private final Clock clock;

    FormConditions(Feel feel, Clock clock) {
        this.feel = feel;
        this.clock = clock;
    }

    boolean hidden(FormField field, Map<String, @Nullable Object> data) {
        return field.hide().stream().anyMatch(condition -> holds(condition, data));
    }

    boolean locked(FormField field, Map<String, @Nullable Object> data) {
        return field.locked().stream()
                .anyMatch(lock -> lock.isBoolean() ? lock.asBoolean() : lock.isTextual() && holds(lock.asText(), data));
    }

    private boolean holds(String condition, Map<String, @Nullable Object> data) {
        var expression = condition.startsWith("=") ? condition.substring(1) : condition;
        return Boolean.TRUE.equals(feel.evaluate(expression, data));
    }

    @Nullable
    List<String> options(@Nullable Object variable) {
        if (!(variable instanceof SpinJsonNode node)) {
            return null;
        }
        var options = new ArrayList<String>();
        for (var option : (JsonNode) node.unwrap()) {
            options.add(option.isObject() ? option.path("value").asText() : option.asText());
        }
        return options;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(PROVINCE));
    }
}
