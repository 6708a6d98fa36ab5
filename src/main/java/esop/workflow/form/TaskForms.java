package esop.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.web.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms of tasks; to be used inside of an engine command. */
@Component
public class TaskForms {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    private static final int MOST = 2_000;

    /** A definition's form never changes: it was deployed with it. */
    private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

    private final ObjectMapper json;
    private final FormConditions conditions;

    TaskForms(ObjectMapper json, FormConditions conditions) {
        this.json = json;
        this.conditions = conditions;
    }

    /** The form in the reader's language and the variables it shows. */
    public TaskForm of(TaskEntity task) {
        var schema = schema(task);
        if (schema == null) {
            return new TaskForm(json.createObjectNode().putArray("components").objectNode(), json.createObjectNode());
        }
        var variables = task.getVariables();
        var data = json.createObjectNode();
        schema.fields().forEach(field -> show(data, field.key(), source(field, variables), variables));
        schema.shown().forEach(name -> show(data, name, name, variables));
        return new TaskForm(Texts.isEnglish() ? EnglishForm.of(schema.json()) : schema.json(), data);
    }

    /**
     * What of the submitted values may become variables.
     *
     * @throws FormRefusedException where they do not fit the form
     */
    Map<String, @Nullable Object> accepted(TaskEntity task, @Nullable Map<String, Object> submitted) {
        var schema = schema(task);
        if (schema == null) {
            return Map.of();
        }
        Map<String, @Nullable Object> values = submitted == null ? Map.of() : new HashMap<>(submitted);
        return new FormCheck(schema, task.getVariables(), values, conditions).accepted();
    }

    private @Nullable FormSchema schema(TaskEntity task) {
        if (task.getTaskDefinition() == null || task.getTaskDefinition().getCamundaFormDefinitionKey() == null) {
            return null;
        }
        if (schemas.size() > MOST) {
            schemas.clear();
        }
        var key = task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey();
        return schemas.computeIfAbsent(key, unread -> read(Context.getCommandContext(), task.getId()));
    }

    private FormSchema read(CommandContext command, String taskId) {
        try (var content = command.runWithoutAuthorization(new GetDeployedTaskFormCmd(taskId))) {
            return FormSchema.of(json.readTree(content));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What is only read is shown in the reader's language, where the process knows it in both. */
    private static String source(FormField field, Map<String, Object> variables) {
        var english = field.key() + "En";
        return Texts.isEnglish() && !field.locked().isEmpty() && variables.get(english) != null ? english : field.key();
    }

    private void show(ObjectNode data, String name, String source, Map<String, Object> variables) {
        if (!variables.containsKey(source)) {
            return;
        }
        var value = variables.get(source);
        if (value instanceof Date date) {
            data.put(name, date.toInstant().atZone(PROVINCE).toLocalDate().toString());
        } else if (value instanceof SpinJsonNode node) {
            data.set(name, (JsonNode) node.unwrap());
        } else if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            data.set(name, json.valueToTree(value));
        }
    }

    public record TaskForm(JsonNode schema, JsonNode data) {}
}
