package esop.workflow.action;

import esop.Caller;
import esop.identity.DataScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Two errands after one another for operations support in Nanjing, and the people around them. */
abstract class ActionScene {

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    Caller operations;
    Caller colleague;
    Caller manager;
    Caller accountManager;
    Caller elsewhere;

    String key;
    String instance;
    String task;

    @BeforeEach
    void giveTheErrands() {
        operations = Caller.as("operations.nanjing");
        colleague = Caller.as("operations2.nanjing");
        manager = Caller.as("manager.nanjing");
        accountManager = Caller.as("account-manager.nanjing");
        elsewhere = Caller.as("operations.suzhou");
        key = "E" + UUID.randomUUID();
        instance = runtime.startProcessInstanceByKey(
                        "two-errands",
                        key,
                        Map.of(
                                "city", "nanjing",
                                "priority", 1,
                                "orderId", "PO" + key,
                                "customerId", "C-" + key,
                                "customerName", "泊云物流",
                                "productName", "专线",
                                "product", "leased-line"))
                .getId();
        task = taskAt("runErrand");
    }

    String taskAt(String activity) {
        var found = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(activity)
                .singleResult();
        return found == null ? null : found.getId();
    }

    Caller.Answer act(Caller who, String action, Map<String, ?> body) {
        return act(who, task, action, body);
    }

    Caller.Answer act(Caller who, String id, String action, Map<String, ?> body) {
        return who.post("/api/tasks/" + id + "/" + action, body);
    }

    Caller.Answer complete(Caller who, String id) {
        return act(who, id, "complete", Map.of("data", Map.of("result", "done", "receipt", "A12")));
    }

    List<String> ids(Caller who, String view) {
        var items = who.get("/api/tasks?view=" + view + "&q=" + key).json().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("id").asText())
                .toList();
    }

    /** What the history says of the instance, as {@code kind actor reason onBehalfOf}. */
    List<String> history(String kind) {
        var entries = operations.get("/api/instances/" + instance + "/timeline").json();
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.get("kind").asText().equals(kind))
                .map(entry -> entry.path("actor").asText() + " "
                        + entry.path("reason").asText("")
                        + (entry.path("onBehalfOf").asText("").isEmpty() ? "" : " *"))
                .toList();
    }

    List<String> told(Caller who, String about) {
        var notices = who.get("/api/notices?size=100").json().get("items");
        return StreamSupport.stream(notices.spliterator(), false)
                .filter(notice -> notice.get("taskId").asText().equals(about))
                .map(notice -> notice.get("kind").asText())
                .toList();
    }

    boolean offers(Caller who, String id, String action) {
        var actions = who.get("/api/tasks/" + id + "/actions").json();
        return StreamSupport.stream(actions.spliterator(), false)
                .anyMatch(one -> one.get("action").asText().equals(action)
                        && one.get("allowed").asBoolean());
    }

    <T> T asSystem(Supplier<T> work) {
        return DataScope.asSystem(() -> transaction.execute(status -> work.get()));
    }
}
