package esop.workflow.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.web.Texts;
import esop.workflow.form.TaskForms.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of an opinion: what was asked, the task's own form to read, and the answer. */
@Component
class OpinionForm {

    static final String AGREES = "opinionAgrees";
    static final String WORDS = "opinionWords";

    private final ObjectMapper json;

    OpinionForm(ObjectMapper json) {
        this.json = json;
    }

    /** @param about the form of the task; null where it is done */
    TaskForm of(Opinion opinion, @Nullable TaskForm about) {
        var schema = json.createObjectNode().put("type", "default").put("schemaVersion", 16);
        var components = schema.putArray("components");
        text(components, "opinionQuestion", Texts.get("workflow.opinion.question", opinion.askedByName()));
        components
                .addObject()
                .put("type", "textarea")
                .put("id", "opinionAsked")
                .put("key", "opinionAsked")
                .put("label", Texts.get("workflow.opinion.asked"))
                .put("readonly", true);
        answer(components);
        if (about != null) {
            text(components, "opinionAbout", Texts.get("workflow.opinion.about"));
            about.schema().path("components").forEach(component -> components.add(readOnly(component)));
        }
        var data = about == null
                ? json.createObjectNode()
                : (ObjectNode) about.data().deepCopy();
        data.put("opinionAsked", opinion.question());
        return new TaskForm(schema, data);
    }

    private void answer(ArrayNode components) {
        var agrees = components
                .addObject()
                .put("type", "radio")
                .put("id", AGREES)
                .put("key", AGREES)
                .put("label", Texts.get("workflow.opinion.answer"));
        agrees.putObject("validate").put("required", true);
        var values = agrees.putArray("values");
        values.addObject().put("label", Texts.get("workflow.opinion.agree")).put("value", "agree");
        values.addObject().put("label", Texts.get("workflow.opinion.disagree")).put("value", "disagree");
        components
                .addObject()
                .put("type", "textarea")
                .put("id", WORDS)
                .put("key", WORDS)
                .put("label", Texts.get("workflow.opinion.words"))
                .putObject("validate")
                .put("maxLength", 500);
    }

    private static void text(ArrayNode components, String id, String words) {
        components.addObject().put("type", "text").put("id", id).put("text", "### " + words);
    }

    /** Nothing in it is to be filled in, so nothing in it may be missing. */
    private static JsonNode readOnly(JsonNode component) {
        var copy = (ObjectNode) component.deepCopy();
        if (copy.has("key")) {
            copy.put("readonly", true).remove("validate");
        }
        if (copy.path("components") instanceof ArrayNode inner) {
            for (var at = 0; at < inner.size(); at++) {
                inner.set(at, readOnly(inner.get(at)));
            }
        }
        return copy;
    }
}
