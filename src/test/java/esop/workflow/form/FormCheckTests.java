package esop.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import esop.workflow.Feel;
import esop.workflow.FormRefusedException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormCheckTests {

    private static final FormConditions CONDITIONS =
            new FormConditions(new Feel(), Clock.fixed(Instant.parse("2026-11-23T17:00:00Z"), ZoneOffset.UTC));

    private static final String SCHEMA = """
            {"components": [
              {"type": "radio", "key": "choice", "validate": {"required": true}, "values": [{"value": "correct"}, {"value": "abort"}]},
              {"type": "textarea", "key": "corrected", "conditional": {"hide": "=choice != \\"correct\\""}, "validate": {"required": true}},
              {"type": "group", "conditional": {"hide": "=choice = \\"abort\\""}, "components": [
                {"type": "number", "key": "amount", "serializeToString": true, "decimalDigits": 2, "validate": {"min": 0.5}}]},
              {"type": "textfield", "key": "locked", "readonly": "=choice = \\"abort\\""},
              {"type": "textfield", "key": "off", "disabled": true},
              {"type": "datetime", "subtype": "date", "key": "day", "disallowPassedDates": true},
              {"type": "checkbox", "key": "agreed", "validate": {"required": true}}]}
            """;

    @Test
    void aHiddenFieldIsNeitherAskedForNorTaken() {
        var accepted =
                check(Map.of(), Map.of("choice", "abort", "corrected", "sneaked in", "amount", "1", "agreed", true));
        assertThat(accepted)
                .containsEntry("choice", "abort")
                .containsEntry("corrected", null)
                .containsEntry("amount", null);
    }

    @Test
    void aShownFieldIsAskedFor() {
        assertThatThrownBy(() -> check(Map.of(), Map.of("choice", "correct", "agreed", true)))
                .isInstanceOfSatisfying(
                        FormRefusedException.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field())
                                .containsExactly("corrected"));
    }

    @Test
    void lockedFieldsKeepTheServersValue() {
        var before = Map.<String, Object>of("locked", "ours", "off", "ours");
        var accepted = check(before, Map.of("choice", "abort", "locked", "theirs", "off", "theirs", "agreed", true));
        assertThat(accepted).doesNotContainKeys("locked", "off");
    }

    @Test
    void moneyStaysText() {
        var data = Map.<String, Object>of("choice", "correct", "corrected", "x", "amount", "12.30", "agreed", true);
        assertThat(check(Map.of(), data)).containsEntry("amount", "12.30");
    }

    @Test
    void todayIsThatOfTheProvince() {
        // 23 November 17:00 in Greenwich is the 24th in Nanjing.
        var data = new HashMap<String, Object>(Map.of("choice", "abort", "agreed", true, "day", "2026-11-24"));
        assertThat(check(Map.of(), data)).containsEntry("day", "2026-11-24");
        data.put("day", "2026-11-23");
        assertThatThrownBy(() -> check(Map.of(), data)).isInstanceOf(FormRefusedException.class);
    }

    @Test
    void aRequiredBoxMustBeTicked() {
        assertThatThrownBy(() -> check(Map.of(), Map.of("choice", "abort", "agreed", false)))
                .isInstanceOf(FormRefusedException.class);
    }

    private static Map<String, Object> check(Map<String, Object> existing, Map<String, Object> submitted) {
        try {
            var form = FormSchema.of(new ObjectMapper().readTree(SCHEMA));
            return new FormCheck(form, existing, submitted, CONDITIONS).accepted();
        } catch (com.fasterxml.jackson.core.JsonProcessingException failure) {
            throw new AssertionError(failure);
        }
    }
}
