package esop.opportunity;

import esop.identity.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the application tells the process {@code opportunity} and those it calls, and the names both use. */
@Component
class OpportunityProcess {

    static final String KEY = "opportunity";
    static final String STAGE_PROCESS = "opportunity-stage";
    static final String DISPATCH_PROCESS = "opportunity-dispatch";
    static final String APPROVAL_PROCESS = "opportunity-approval";
    static final String TERMINATED = "OpportunityTerminated";
    static final String OPPORTUNITY_ID = "opportunityId";
    static final String CUSTOMER_ID = "customerId";
    static final String STAGE = "stage";
    static final String ACTION = "action";
    static final String REASON = "reason";
    static final String RECEIVER = "receiver";
    static final String RECEIVERS = "receivers";
    static final String ASSIST_GROUP = "assistGroup";
    static final String ASSIST_ASK = "assistAsk";
    static final String ASSIST_DONE = "assistDone";
    static final String APPROVAL_LEVEL = "approvalLevel";
    static final String SUBMITTED_BY = "submittedBy";

    private final RuntimeService runtime;
    private final TaskService tasks;

    OpportunityProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Starts an opportunity's process in the caller's transaction. */
    String start(SalesOpportunity opportunity) {
        var entry = opportunity.entry();
        Map<String, Object> variables = new HashMap<>(shown(opportunity));
        variables.put(OPPORTUNITY_ID, opportunity.id());
        variables.put("city", entry.city());
        variables.put(CUSTOMER_ID, entry.customerId());
        variables.put("productName", entry.name());
        variables.put("priority", 2);
        return runtime.startProcessInstanceByKey(KEY, opportunity.id(), variables)
                .getId();
    }

    /** What forms show of it without letting anybody change it. */
    static Map<String, Object> shown(SalesOpportunity opportunity) {
        var entry = opportunity.entry();
        Map<String, Object> variables = new HashMap<>();
        variables.put("opportunityName", entry.name());
        variables.put("customerName", entry.customerName());
        variables.put("need", entry.need());
        variables.put("revenue", entry.expectedRevenue().toPlainString());
        variables.put(
                "contact",
                String.join(" ", text(entry.contactName()), text(entry.contact().phoneMasked()))
                        .strip());
        variables.put(
                "deadline", entry.deadline() == null ? null : entry.deadline().toString());
        return variables;
    }

    /** The open task of its stage, where it is at one and not in somebody else's hands. */
    Optional<Task> stageTask(SalesOpportunity opportunity) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(opportunity.id())
                .processDefinitionKey(STAGE_PROCESS)
                .list()
                .stream()
                .findFirst();
    }

    /** As the person would in the inbox, with what the form asks for besides the facts that are known. */
    void completeStage(Task task, Person person, Map<String, Object> data) {
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), person.id());
        }
        tasks.complete(task.getId(), data);
    }

    /** An open form shows what has become known elsewhere. */
    void factsChanged(SalesOpportunity opportunity) {
        stageTask(opportunity).ifPresent(task -> {
            var values = new HashMap<String, Object>(shown(opportunity));
            for (var fact : Fact.values()) {
                values.put(fact.key(), opportunity.facts().get(fact.key()));
            }
            runtime.setVariables(task.getProcessInstanceId(), values);
        });
    }

    /** Open forms show the entry as it is now, whoever has them. */
    void shownChanged(SalesOpportunity opportunity) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(opportunity.id())
                .list()
                .forEach(task -> runtime.setVariables(task.getProcessInstanceId(), shown(opportunity)));
    }

    /** Ends whatever is open for it, by the model's own way out. */
    void terminate(SalesOpportunity opportunity) {
        runtime.createMessageCorrelation(TERMINATED)
                .processInstanceId(opportunity.instanceId())
                .correlateExclusively();
    }

    static String opportunityId(VariableScope execution) {
        return (String) execution.getVariable(OPPORTUNITY_ID);
    }

    static @Nullable String text(VariableScope execution, String variable) {
        return execution.getVariable(variable) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    static SpinJsonNode options(List<Map<String, String>> options) {
        return Spin.JSON(options);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
