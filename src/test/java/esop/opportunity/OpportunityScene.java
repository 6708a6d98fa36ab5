package esop.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.identity.DataScope;
import esop.systems.SandboxClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the tests of opportunities share: people at work over the API, and what the model says of it. */
abstract class OpportunityScene {

    static final String NANJING = "C320100002";
    static final Duration SOON = Duration.ofSeconds(30);
    static final String PDF = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

    final SandboxClient sandbox = new SandboxClient();
    private final List<String> entered = new ArrayList<>();
    Caller manager;
    Caller hotline;
    Caller admin;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService engine;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @BeforeEach
    void signOn() {
        manager = Caller.as("account-manager.nanjing").with("Accept-Language", "zh-CN");
        hotline = Caller.as("hotline").with("Accept-Language", "zh-CN");
        admin = Caller.as("opportunity-admin.nanjing").with("Accept-Language", "zh-CN");
    }

    @BeforeEach
    @AfterEach
    void heal() {
        sandbox.heal();
    }

    /** What earlier tests left to the account manager is no load: the dispatch looks at it. */
    @BeforeEach
    void unburden() {
        DataScope.asSystem(
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        UPDATE opportunity.sales_opportunity SET ended = now(), state = 'terminated'
                         WHERE owner = 'account-manager.nanjing' AND ended IS NULL
                        """).update()));
    }

    /** A large one of the account manager's own, which goes stage by stage. */
    String mine() {
        return entered(manager, Map.of("customerId", NANJING, "name", "专线扩容", "expectedRevenue", 80_000));
    }

    String entered(Caller who, Map<String, Object> wish) {
        var answer = who.post("/api/opportunities", wish);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var id = answer.json().get("id").asText();
        entered.add(id);
        return id;
    }

    @AfterEach
    void haveGoneTheirWays(TestInfo test) {
        test.getTestMethod()
                .map(method -> method.getAnnotation(Walks.class))
                .ifPresent(walks -> assertThat(walks.value())
                        .allSatisfy(
                                way -> assertThat(entered).as(way).anyMatch(id -> Ways.isWalked(way, id, history))));
    }

    JsonNode page(String id) {
        return Caller.as("manager").get("/api/opportunities/" + id).json();
    }

    String stage(String id) {
        return page(id).path("stage").asText();
    }

    String state(String id) {
        return page(id).path("state").asText();
    }

    void know(String id, Map<String, Object> facts) {
        var answer = admin.put("/api/opportunities/" + id + "/facts", Map.of("facts", facts));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    Caller.Answer act(Caller who, String id, String action, Map<String, Object> more) {
        var body = new HashMap<>(more);
        body.put("action", action);
        return who.post("/api/opportunities/" + id + "/act", body);
    }

    void must(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    void advance(String id) {
        must(act(manager, id, "advance", Map.of()));
    }

    static Map<String, Object> discovered() {
        return Map.of("customerWilling", true, "budget", "planned", "timeWish", "年底前", "ownResources", "sufficient");
    }

    static Map<String, Object> confirmed() {
        return Map.of(
                "needClear", true,
                "solutionExists", true,
                "contactVisited", true,
                "raiserVisited", true,
                "competition", "none");
    }

    static Map<String, Object> designed() {
        return Map.of("decisionMakerAccepts", true, "costAnalysis", "设备与施工", "socialBenefit", "助力物流数字化");
    }

    String atRequirement() {
        var id = mine();
        know(id, discovered());
        advance(id);
        return id;
    }

    String atSolution() {
        var id = atRequirement();
        know(id, confirmed());
        advance(id);
        return id;
    }

    String atContract() {
        var id = atSolution();
        know(id, designed());
        propose(id, "vpmn", 0);
        must(act(manager, id, "submit", Map.of()));
        assertThat(page(id).at("/solution/state").asText()).isEqualTo("approved");
        advance(id);
        assertThat(stage(id)).isEqualTo("contract");
        return id;
    }

    String atOrder() {
        var id = atContract();
        agree(id, "2026-12-01", "2027-12-01");
        sign(id);
        must(act(manager, id, "submit", Map.of()));
        vote(id, Caller.as("approver.nanjing"), Map.of("approval", "approve"));
        advance(id);
        assertThat(stage(id)).isEqualTo("order");
        return id;
    }

    Caller.Answer propose(String id, String offering, int discount) {
        return manager.put(
                "/api/opportunities/" + id + "/solution",
                Map.of("items", List.of(Map.of("offeringId", offering, "quantity", 2, "discount", discount))));
    }

    Caller.Answer agree(String id, String starts, String ends) {
        return manager.put(
                "/api/opportunities/" + id + "/agreement",
                Map.of("number", "NJ-" + id, "starts", starts, "ends", ends, "signed", "2026-11-20"));
    }

    Caller.Answer sign(String id) {
        return upload(id, "signed", "合同.pdf", PDF);
    }

    Caller.Answer upload(String id, String kind, String name, String content) {
        var boundary = "----esop";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return manager.send(manager.request("/api/opportunities/" + id + "/documents")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    /** The open task of this opportunity, as the inbox shows it to somebody. */
    JsonNode task(Caller who, String id) {
        return await().atMost(SOON).until(() -> open(who, id), task -> task != null);
    }

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
        var task = task(who, id);
        return who.post("/api/tasks/" + task.get("id").asText() + "/complete", Map.of("data", data));
    }

    void vote(String id, Caller who, Map<String, Object> data) {
        must(complete(who, id, data));
    }

    /** Where its process has ended, by the ids of the end events of all its parts. */
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
                .get("/api/opportunities/" + id + "/timeline")
                .json()
                .findValuesAsText("text");
    }

    /** By hand, as the clock would. */
    void fireTimer(String id, String activity) {
        DataScope.asSystem(() -> {
            var instances = engine.createProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                    .map(instance -> instance.getId())
                    .toList();
            var job = instances.stream()
                    .flatMap(instance ->
                            management
                                    .createJobQuery()
                                    .processInstanceId(instance)
                                    .activityId(activity)
                                    .list()
                                    .stream())
                    .findFirst()
                    .orElseThrow();
            management.executeJob(job.getId());
        });
    }
}
