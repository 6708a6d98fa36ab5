package esop.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.web.FieldError;
import esop.web.Texts;
import esop.workflow.FormChoices;
import esop.workflow.FormRefusedException;
import esop.workflow.FormRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<FormChoices> choices;
    private final ObjectProvider<FormRule> rules;

    /** Choices and rules are asked for late: those who know them use the engine, which uses this. */
    TaskForms(
            ObjectMapper json,
            FormConditions conditions,
            ObjectProvider<FormChoices> choices,
            ObjectProvider<FormRule> rules) {
        this.json = json;
        this.conditions = conditions;
        this.choices = choices;
        this.rules = rules;
    }

    /** The form in the reader's language and the variables it shows. */
    public TaskForm of(TaskEntity task) {
        var schema = schema(task);
        if (schema == null) {
            return new TaskForm(json.createObjectNode().putArray("components").objectNode(), json.createObjectNode());
        }
        var variables = variables(task, schema);
        var data = json.createObjectNode();
        schema.fields().forEach(field -> show(data, field.key(), source(field, variables), variables));
        schema.shown().forEach(name -> show(data, name, name, variables));
        return new TaskForm(Texts.isEnglish() ? EnglishForm.of(schema.json()) : schema.json(), data);
    }

    /** What stands on the form and may be searched for, as it is kept for that. */
    public String facts(TaskEntity task) {
        var schema = schema(task);
        return schema == null ? "" : FormFacts.of(schema, task.getExecution()::getVariable);
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
        var accepted = new FormCheck(schema, variables(task, schema), values, conditions).accepted();
        checkRules(task, accepted);
        return accepted;
    }

    /** The task's, with the choices of this moment. */
    private Map<String, Object> variables(TaskEntity task, FormSchema schema) {
        var variables = new HashMap<>(task.getVariables());
        var open = schema.fields().stream()
                .map(FormField::optionsVariable)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!open.isEmpty()) {
            choices.stream()
                    .filter(known -> open.contains(known.key()))
                    .forEach(known -> variables.put(
                            known.key(),
                            Spin.JSON(json.valueToTree(known.of(variables)).toString())));
        }
        return variables;
    }

    private void checkRules(TaskEntity task, Map<String, @Nullable Object> accepted) {
        var process = task.getExecution().getProcessDefinition().getKey();
        var name = task.getTaskDefinitionKey();
        var variables = new HashMap<>(task.getVariables());
        variables.putAll(accepted);
        var errors = rules.stream()
                .filter(rule -> rule.concerns(process, name))
                .flatMap(rule -> rule.check(name, variables).stream())
                .toList();
        if (!errors.isEmpty()) {
            var sentences = errors.stream().map(FieldError::message).collect(Collectors.joining("; "));
            throw new FormRefusedException(Texts.get("workflow.form.refused", sentences), errors);
        }
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
