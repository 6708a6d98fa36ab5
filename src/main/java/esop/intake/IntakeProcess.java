package esop.intake;

import esop.identity.People;
import esop.identity.Person;
import esop.web.ConflictException;
import esop.web.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the application tells the process {@code intake}, and the names both use. */
@Component
class IntakeProcess {

    static final String KEY = "intake";
    static final String TAKEN_BACK = "IntakeTakenBack";
    static final String WITHDRAWN = "IntakeWithdrawn";
    static final String HANDLE = "handleIntake";
    static final String HELP = "helpIntake";
    static final String MATCH = "matchCustomer";
    static final String INTAKE_ID = "intakeId";
    static final String ACTION = "action";
    static final String OUTCOME = "outcome";
    static final String RESULT = "result";
    static final String REASON = "reason";
    static final String CHANNEL = "channel";
    static final String ASK = "ask";
    static final String ANSWER = "answer";
    static final String ORDER_ID = "orderId";
    static final String MATCHED = "match";
    static final String MATCHED_CUSTOMER = "matchedCustomer";

    /** What the form {@code handle-intake} asks for: whoever has it next begins with an empty one. */
    static final List<String> FORM = List.of(ACTION, OUTCOME, RESULT, REASON, CHANNEL, ASK, ORDER_ID);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final People people;
    private final Shown shown;

    IntakeProcess(RuntimeService runtime, TaskService tasks, People people, Shown shown) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.people = people;
        this.shown = shown;
    }

    /** Starts an intake's process in the caller's transaction. */
    String start(Intake intake) {
        var entry = intake.entry();
        Map<String, Object> variables = new HashMap<>(shown.of(intake));
        variables.put(INTAKE_ID, intake.id());
        variables.put("city", entry.city());
        variables.put(
                "product",
                entry.offeringIds().isEmpty() ? null : entry.offeringIds().get(0));
        variables.put("priority", 2);
        return runtime.startProcessInstanceByKey(KEY, intake.id(), variables).getId();
    }

    /** An open form shows what has become known elsewhere. */
    void changed(Intake intake) {
        if (intake.instanceId() != null && !intake.state().isFinal()) {
            runtime.setVariables(intake.instanceId(), shown.of(intake));
        }
    }

    /** Its open task of that name, where it waits there. */
    Optional<Task> task(Intake intake, String activity) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(intake.id())
                .taskDefinitionKey(activity)
                .list()
                .stream()
                .findFirst();
    }

    /**
     * As the person would in the inbox.
     *
     * @throws ConflictException where somebody else has claimed it
     */
    void complete(Task task, Person person, Map<String, Object> data) {
        var holder = task.getAssignee();
        if (holder == null) {
            tasks.claim(task.getId(), person.id());
        } else if (!holder.equals(person.id())) {
            var name = people.find(holder).map(Person::name).orElse(holder);
            throw new ConflictException(
                    Texts.get("intake.held", name), Map.of("claimedBy", holder, "claimedByName", name));
        }
        tasks.complete(task.getId(), data);
    }

    /** @return false where it does not wait at another channel just now */
    boolean takeBack(Intake intake) {
        var waiting = runtime.createExecutionQuery()
                .processInstanceId(intake.instanceId())
                .messageEventSubscriptionName(TAKEN_BACK)
                .list();
        if (waiting.isEmpty()) {
            return false;
        }
        runtime.createMessageCorrelation(TAKEN_BACK)
                .processInstanceId(intake.instanceId())
                .correlateExclusively();
        return true;
    }

    /** Ends whatever is open for it, by the model's own way out. */
    void withdraw(Intake intake, String reason) {
        runtime.createMessageCorrelation(WITHDRAWN)
                .processInstanceId(intake.instanceId())
                .setVariable(REASON, reason)
                .correlateExclusively();
    }

    static String intakeId(VariableScope execution) {
        return (String) execution.getVariable(INTAKE_ID);
    }

    static @Nullable String text(VariableScope execution, String variable) {
        return execution.getVariable(variable) instanceof String text && !text.isBlank() ? text.strip() : null;
    }
}
