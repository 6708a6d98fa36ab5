package esop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.identity.DataScope;
import esop.systems.SandboxClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of intakes share: the channels at work over the API, and what the model says of it. */
abstract class IntakeScene {

    static final String MANAGED = "C320100002";
    static final String OF_SUZHOU = "C320200001";
    static final String MOBILE = "13800001111";
    static final Duration SOON = Duration.ofSeconds(30);

    final SandboxClient sandbox = new SandboxClient();
    Caller hotline;
    Caller hall;
    Caller manager;
    Caller tele;
    Caller operations;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @BeforeEach
    void signOn() {
        hotline = chinese("hotline");
        hall = chinese("hall.nanjing");
        manager = chinese("account-manager.nanjing");
        tele = chinese("tele-manager.nanjing");
        operations = chinese("operations.nanjing");
    }

    static Caller chinese(String person) {
        return Caller.as(person).with("Accept-Language", "zh-CN");
    }

    @BeforeEach
    @AfterEach
    void heal() {
        sandbox.heal();
    }

    static Map<String, Object> wish(String kind, String... products) {
        return new HashMap<>(Map.of(
                "customerId",
                MANAGED,
                "kind",
                kind,
                "offeringIds",
                List.of(products),
                "need",
                "两个仓库想连起来",
                "contactName",
                "何总",
                "contactPhone",
                MOBILE));
    }

    String entered(Caller who, Map<String, Object> wish) {
        var answer = who.post("/api/intakes", wish);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    /** With the customer's account manager, who is told of it like the customer. */
    String atTheManager() {
        var id = entered(hotline, wish("new-order", "leased-line"));
        assertThat(page(id).get("handling").asText()).isEqualTo("account-manager");
        return id;
    }

    JsonNode page(String id) {
        return page(chinese("manager"), id);
    }

    JsonNode page(Caller who, String id) {
        var answer = who.get("/api/intakes/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    List<String> actions(Caller who, String id) {
        return StreamSupport.stream(page(who, id).get("actions").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    Caller.Answer act(Caller who, String id, String action, Map<String, Object> more) {
        var body = new HashMap<>(more);
        body.put("action", action);
        return who.post("/api/intakes/" + id + "/act", body);
    }

    void must(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** What is open for it, as the inbox shows it to somebody. */
    JsonNode open(Caller who, String id) {
        for (var view : List.of("group", "mine")) {
            var found = StreamSupport.stream(
                            who.get("/api/tasks?view=" + view + "&size=200&q=" + id)
                                    .json()
                                    .get("items")
                                    .spliterator(),
                            false)
                    .filter(task -> task.path("businessKey").asText().equals(id))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    Caller.Answer complete(Caller who, String id, Map<String, Object> data) {
        var task = await().atMost(SOON).until(() -> open(who, id), found -> found != null);
        return who.post("/api/tasks/" + task.get("id").asText() + "/complete", Map.of("data", data));
    }

    List<String> endEvents(String id) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance(id)).list().stream()
                .filter(activity -> activity.getActivityType().endsWith("EndEvent"))
                .map(activity -> activity.getActivityId())
                .toList();
    }

    long times(String id, String activity) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance(id))
                .activityId(activity)
                .count();
    }

    String instance(String id) {
        return page(id).get("instanceId").asText();
    }

    List<String> timeline(String id, String language) {
        return Caller.as("manager")
                .with("Accept-Language", language)
                .get("/api/intakes/" + id + "/timeline")
                .json()
                .findValuesAsText("text");
    }

    /** By hand, as the clock would. */
    void fireTimer(String id, String activity) {
        DataScope.asSystem(() -> management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance(id))
                .activityId(activity)
                .singleResult()
                .getId()));
    }
}
