package esop.workflow.instance;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class InstanceTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private Caller operations;
    private String key;
    private String instance;

    @BeforeEach
    void start() {
        operations = Caller.as("operations.nanjing");
        key = "E" + UUID.randomUUID();
        instance = runtime.startProcessInstanceByKey("errand", key, Map.of("city", "nanjing", "priority", 2))
                .getId();
    }

    @Test
    void anInstanceIsFoundByWhatItIsAbout() {
        var page = operations.get("/api/instances?businessKey=" + key).json();
        assertThat(page.get("total").asInt()).isEqualTo(1);
        var found = page.get("items").get(0);
        assertThat(found.get("id").asText()).isEqualTo(instance);
        assertThat(found.get("processNameEn").asText()).isEqualTo("Errand");
        assertThat(found.get("state").asText()).isEqualTo("running");
        assertThat(operations
                        .get("/api/instances?state=running&process=errand&businessKey=" + key)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(operations.get("/api/instances?state=sleeping").status()).isEqualTo(400);
    }

    @Test
    void theDiagramShowsWhereItStandsAndSpeaksEnglishToo() {
        var diagram = operations.get("/api/instances/" + instance + "/diagram").json();
        assertThat(diagram.get("xml").asText()).contains("<bpmndi:BPMNDiagram");
        assertThat(diagram.at("/labelsEn/runErrand").asText()).isEqualTo("Run the errand");
        assertThat(diagram.at("/active/0/activityId").asText()).isEqualTo("runErrand");
        assertThat(diagram.at("/active/0/count").asInt()).isEqualTo(1);
        assertThat(diagram.get("completed").get(0).asText()).isEqualTo("errandGiven");
        assertThat(diagram.get("failed")).isEmpty();
    }

    @Test
    void theTimelineTellsWhatHappenedInOrder() {
        var task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        operations.post("/api/tasks/" + task + "/claim", Map.of());
        operations.post("/api/tasks/" + task + "/complete", Map.of("data", Map.of("result", "done")));

        var timeline =
                operations.get("/api/instances/" + instance + "/timeline").json();

        assertThat(timeline.findValuesAsText("kind"))
                .containsExactlyInAnyOrder(
                        "instance.started",
                        "task.created",
                        "task.claimed",
                        "task.completed",
                        "step.done",
                        "instance.completed");
        assertThat(timeline.findValuesAsText("at")).isSorted();
        assertThat(timeline.toString()).contains("任务“跑差事”由 ");
        assertThat(timeline.findValuesAsText("actor")).contains("operations.nanjing");
        var english = Caller.as("operations.nanjing")
                .with("Accept-Language", "en")
                .get("/api/instances/" + instance + "/timeline");
        assertThat(english.body()).contains("Task “Run the errand” claimed by");
        assertThat(operations
                        .get("/api/instances/" + instance)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void anotherCitysInstanceAnswersLikeAnUnknownOne() {
        var elsewhere = Caller.as("operations.suzhou");
        for (var part : new String[] {"", "/timeline", "/diagram"}) {
            assertThat(elsewhere.get("/api/instances/" + instance + part).status())
                    .isEqualTo(404);
        }
        assertThat(elsewhere
                        .get("/api/instances?businessKey=" + key)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void brokenStepsAreForOperations() {
        assertThat(operations.get("/api/instances/incidents").status()).isEqualTo(200);
        assertThat(Caller.as("account-manager.nanjing")
                        .get("/api/instances/incidents")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theCatalogueNamesEveryProcessInBothLanguages() {
        var processes = operations.get("/api/processes").json();
        assertThat(processes.findValuesAsText("id")).contains("errand", "service-order");
        assertThat(processes.findValuesAsText("nameEn")).contains("Errand");
    }

    @Test
    void whatOneMayBeginIsSaidWithItsPurposeItsAnswerAndWhereItBegins() {
        var order = process(Caller.as("account-manager.nanjing"), "order");
        assertThat(order.get("startable").asBoolean()).isTrue();
        assertThat(order.at("/start/page").asText()).isEqualTo("/orders/new");
        assertThat(order.at("/start/name").asText()).isEqualTo("下订单");
        assertThat(order.at("/start/purpose").asText()).isNotBlank();
        assertThat(order.at("/start/answers").asText()).contains("验收");

        assertThat(process(Caller.as("approver.nanjing"), "order")
                        .get("startable")
                        .asBoolean())
                .as("whoever reads orders does not place them")
                .isFalse();
        assertThat(process(Caller.as("account-manager.nanjing"), "service-order")
                        .get("startable")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aProcessOfTheCatalogueIsBegunByWhoMayAsOnItsPage() {
        var manager = Caller.as("account-manager.nanjing");
        var customer = "C320100002";
        var order = Map.of("customerId", customer, "items", List.of(Map.of("offeringId", "vpmn", "action", "add")));
        var begun = manager.post("/api/processes/order/instances", Map.of("data", order));
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(begun.json().get("process").asText()).isEqualTo("order");
        var number = begun.json().get("businessKey").asText();
        assertThat(manager.get("/api/orders/" + number)
                        .json()
                        .at("/customer/id")
                        .asText())
                .isEqualTo(customer);

        var wrong = manager.post(
                "/api/processes/order/instances", Map.of("data", Map.of("customerId", "C9", "items", "vpmn")));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors/0/field").asText()).isEqualTo("items");
        assertThat(manager.post("/api/processes/order/instances", Map.of()).status())
                .isEqualTo(422);
        assertThat(Caller.as("approver.nanjing")
                        .post("/api/processes/order/instances", Map.of("data", order))
                        .status())
                .isEqualTo(403);
        assertThat(manager.post("/api/processes/service-order/instances", Map.of("data", order))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsLateIsAskedFor() {
        assertThat(found("&overdue=false")).isEqualTo(1);
        assertThat(found("&overdue=true")).isZero();
        var task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        task.setDueDate(Date.from(Instant.now().minus(1, ChronoUnit.DAYS)));
        tasks.saveTask(task);
        assertThat(found("&overdue=true")).isEqualTo(1);
        assertThat(found("&overdue=false")).isZero();
    }

    private int found(String filter) {
        return operations
                .get("/api/instances?businessKey=" + key + filter)
                .json()
                .get("total")
                .asInt();
    }

    private static com.fasterxml.jackson.databind.JsonNode process(Caller who, String id) {
        return java.util.stream.StreamSupport.stream(
                        who.get("/api/processes").json().spliterator(), false)
                .filter(one -> one.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
