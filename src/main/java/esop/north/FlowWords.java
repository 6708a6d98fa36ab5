package esop.north;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.web.Texts;
import esop.workflow.Flows.Flow;
import esop.workflow.Flows.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Processes and tasks in TMF701's words, in the caller's language. */
@Component
class FlowWords {

    static final String API = "/tmf-api/processFlowManagement/v4";

    private final ObjectMapper json;

    FlowWords(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode body(Flow flow) {
        var body = json.createObjectNode()
                .put("id", flow.id())
                .put("href", address(flow.id()))
                .put("@type", "ProcessFlow")
                .put("processFlowDate", flow.started().toString())
                .put("processFlowSpecification", flow.process())
                .put("state", flow.state());
        body.putObject("processFlowSpecificationRef")
                .put("id", flow.process())
                .put("name", Texts.isEnglish() ? flow.nameEn() : flow.name())
                .put("@referredType", "ProcessFlowSpecification");
        var entities = body.putArray("relatedEntity");
        entity(entities, flow.subject(), "subject", "BusinessObject");
        if (flow.rootSubject() != null && !flow.rootSubject().equals(flow.subject())) {
            entity(entities, flow.rootSubject(), "partOf", "BusinessObject");
        }
        entity(entities, flow.parent(), "calledBy", "ProcessFlow");
        var parties = body.putArray("relatedParty");
        if (flow.customerId() != null) {
            party(parties, flow.customerId(), flow.customerName(), "customer", "Customer");
        }
        var characteristics = body.putArray("characteristic");
        characteristics.addObject().put("name", "city").put("value", flow.city());
        if (flow.ended() != null) {
            characteristics
                    .addObject()
                    .put("name", "ended")
                    .put("value", flow.ended().toString());
        }
        var tasks = body.putArray("taskFlow");
        flow.tasks()
                .forEach(task -> tasks.addObject()
                        .put("id", task)
                        .put("href", address(flow.id(), task))
                        .put("@referredType", "TaskFlow"));
        return body;
    }

    ObjectNode body(Task task) {
        var body = json.createObjectNode()
                .put("id", task.id())
                .put("href", address(task.flowId(), task.id()))
                .put("@type", "TaskFlow")
                .put("state", task.state())
                .put("isMandatory", true)
                .put("completionMethod", "manual")
                .put("priority", task.priority())
                .put("startDate", task.created().toString())
                .put("taskFlowSpecification", task.activity());
        if (task.due() != null) {
            body.put("requestedCompletionDate", task.due().toString());
        }
        if (task.closed() != null) {
            body.put("completionDate", task.closed().toString());
        }
        body.putObject("taskFlowSpecificationRef")
                .put("id", task.activity())
                .put("name", Texts.isEnglish() ? task.nameEn() : task.name())
                .put("@referredType", "TaskFlowSpecification");
        entity(body.putArray("relatedEntity"), task.subject(), "subject", "BusinessObject");
        var parties = body.putArray("relatedParty");
        task.groups().forEach(group -> party(parties, group, null, "candidate", "Organization"));
        if (task.assignee() != null) {
            party(parties, task.assignee(), null, "assignee", "Individual");
        }
        return body;
    }

    private static String address(String flow) {
        return API + "/processFlow/" + flow;
    }

    private static String address(String flow, String task) {
        return address(flow) + "/taskFlow/" + task;
    }

    private static void entity(ArrayNode entities, @Nullable String id, String role, String type) {
        if (id != null) {
            entities.addObject().put("id", id).put("role", role).put("@referredType", type);
        }
    }

    private static void party(ArrayNode parties, String id, @Nullable String name, String role, String type) {
        var party = parties.addObject().put("id", id).put("role", role).put("@referredType", type);
        if (name != null) {
            party.put("name", name);
        }
    }
}
