package esop.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.workflow.FormRefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class TaskFormTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    private Caller operations;
    private String task;

    @BeforeEach
    void start() {
        operations = Caller.as("operations.nanjing");
        var variables = Map.<String, Object>of("city", "nanjing", "priority", 2, "product", "leased-line");
        var instance = runtime.startProcessInstanceByKey("errand", "E" + UUID.randomUUID(), variables)
                .getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @Test
    void theFormComesWithItsDataAndInTheReadersLanguage() {
        var chinese = operations.get("/api/tasks/" + task + "/form").json();
        assertThat(chinese.at("/data/product").asText()).isEqualTo("leased-line");
        assertThat(chinese.get("revision").asInt()).isEqualTo(1);
        assertThat(field(chinese, "result").get("label").asText()).isEqualTo("结果");

        var english = Caller.as("operations.nanjing")
                .with("Accept-Language", "en-GB,en;q=0.9")
                .get("/api/tasks/" + task + "/form")
                .json();
        assertThat(field(english, "result").get("label").asText()).isEqualTo("Result");
        assertThat(field(english, "result").at("/values/0/label").asText()).isEqualTo("Done");
        assertThat(field(english, "receipt").get("description").asText()).isEqualTo("Letters and digits");
        assertThat(field(english, "day").get("dateLabel").asText()).isEqualTo("Day");
        assertThat(english.at("/schema/components/0/text").asText()).isEqualTo("Please run this");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("result", null),
                Arguments.of("result", ""),
                Arguments.of("result", "stolen"),
                Arguments.of("result", 1),
                Arguments.of("result", List.of("done")),
                Arguments.of("receipt", "A1"),
                Arguments.of("receipt", "ABCDEFGHIJKLM"),
                Arguments.of("receipt", "lower"),
                Arguments.of("receipt", Map.of("a", "b")),
                Arguments.of("steps", 0),
                Arguments.of("steps", 101),
                Arguments.of("steps", 1.5),
                Arguments.of("steps", "7"),
                Arguments.of("steps", 1e300),
                Arguments.of("day", "23.11.2026"),
                Arguments.of("day", "2026-02-30"),
                Arguments.of("paid", "yes"),
                Arguments.of("tools", List.of("car", "tank")),
                Arguments.of("tools", "car"),
                Arguments.of("tools", List.of(Map.of())),
                Arguments.of("note", "x".repeat(501)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatDoesNotFitIsRefusedAtItsField(String field, Object value) {
        var data = new HashMap<String, Object>(Map.of("result", "done"));
        data.put(field, value);

        var refused = operations.post("/api/tasks/" + task + "/complete", Map.of("data", data));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsText("field")).containsExactly(field);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void charactersThatCannotBeStoredAreRefused() {
        var body = "{\"data\": {\"result\": \"done\", \"note\": \"a\\u0000b\"}}";
        assertThat(operations.post("/api/tasks/" + task + "/complete", body).status())
                .isEqualTo(400);
        assertThatThrownBy(() -> tasks.complete(task, Map.of("result", "done", "note", "a\0b")))
                .isInstanceOf(FormRefusedException.class);
    }

    @Test
    void whatFitsIsKeptInTheTypeOfItsFieldAndNothingElseIs() {
        var data = Map.<String, Object>of(
                "result", "done",
                "receipt", "A12",
                "steps", 7,
                "day", "2026-12-01",
                "paid", true,
                "tools", List.of("car", "umbrella"),
                "product", "changed although read-only",
                "city", "suzhou",
                "unknown", "x");

        var kept = tasks.completeWithVariablesInReturn(task, data, false);

        assertThat(kept)
                .containsEntry("result", "done")
                .containsEntry("receipt", "A12")
                .containsEntry("steps", 7)
                .containsEntry("day", "2026-12-01")
                .containsEntry("paid", true)
                .containsEntry("product", "leased-line")
                .containsEntry("city", "nanjing")
                .containsEntry("note", null)
                .doesNotContainKey("unknown");
        assertThat(kept.get("tools").toString()).isEqualTo("[\"car\",\"umbrella\"]");
    }

    @Test
    void tasklistsWaysIntoTheEngineAreCheckedToo() {
        assertThatThrownBy(() -> forms.submitTaskForm(task, Map.of("result", "stolen")))
                .isInstanceOf(FormRefusedException.class)
                .hasMessageContaining("结果");
        assertThatThrownBy(() -> forms.submitTaskFormWithVariablesInReturn(task, Map.of(), false))
                .isInstanceOf(FormRefusedException.class);
        assertThatThrownBy(() -> tasks.complete(task)).isInstanceOf(FormRefusedException.class);
        assertThatThrownBy(() -> tasks.completeWithVariablesInReturn(task, Map.of(), false))
                .isInstanceOf(FormRefusedException.class);
        assertThatThrownBy(() -> tasks.resolveTask(task, Map.of())).isInstanceOf(FormRefusedException.class);

        var kept = forms.submitTaskFormWithVariablesInReturn(task, Map.of("result", "failed", "city", "suzhou"), false);

        assertThat(kept).containsEntry("city", "nanjing");
    }

    private static JsonNode field(JsonNode form, String key) {
        for (var component : form.at("/schema/components")) {
            if (component.path("key").asText().equals(key)) {
                return component;
            }
        }
        throw new AssertionError("no field " + key);
    }
}
