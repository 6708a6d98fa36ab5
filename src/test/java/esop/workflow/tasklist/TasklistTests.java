package esop.workflow.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.Caller;
import esop.EditedTable;
import esop.EsopTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class TasklistTests {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String FILES = "META-INF/resources/webjars/camunda/app/tasklist/";

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    private String instance;
    private String task;

    @BeforeEach
    void start() {
        var variables = Map.<String, Object>of("city", "nanjing", "priority", 1, "product", "leased-line");
        instance = runtime.startProcessInstanceByKey("errand", "E" + UUID.randomUUID(), variables)
                .getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @Test
    void whoIsSignedOnToTheConsoleIsSignedOnToTasklist() {
        var browser = Caller.browser("operations.nanjing");

        assertThat(browser.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        var user = browser.get("/camunda/api/admin/auth/user/default").json();
        assertThat(user.get("userId").asText()).isEqualTo("operations.nanjing");
        assertThat(user.get("authorizedApps").toString()).isEqualTo("[\"tasklist\"]");
        var profile = browser.get(ENGINE + "/user/operations.nanjing/profile").json();
        assertThat(profile.get("firstName").asText()).isEqualTo("孟行远");
    }

    @Test
    void whoIsNotIsLedToTheLoginAndBack() {
        var answer = Caller.anonymous().with("Accept", "text/html").get("/camunda/app/tasklist/default/");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/app/login?back=%2Fcamunda%2Fapp%2Ftasklist%2Fdefault%2F");
    }

    @Test
    void oneSeesTheTasksOfOnesGroupsAndNoOthers() {
        assertThat(ids(Caller.browser("operations.nanjing"))).contains(task);
        assertThat(ids(Caller.browser("operations.suzhou"))).doesNotContain(task);
        assertThat(ids(Caller.browser("account-manager.nanjing"))).doesNotContain(task);
        var elsewhere = Caller.browser("operations.suzhou");
        assertThat(elsewhere.get(ENGINE + "/task/" + task).status()).isIn(403, 404);
        assertThat(elsewhere.get(ENGINE + "/task/" + task + "/form-variables").status())
                .isIn(403, 404);
        assertThat(elsewhere.get(ENGINE + "/process-instance/" + instance).status())
                .isIn(403, 404);
        assertThat(elsewhere.get(ENGINE + "/history/process-instance").json().size())
                .isZero();
    }

    @Test
    void itsListsAreThoseOfEverybody() {
        var browser = Caller.browser("operations.nanjing");
        var lists = browser.get(ENGINE + "/filter?resourceType=Task").json();

        assertThat(lists)
                .map(list -> list.get("name").asText())
                .containsExactlyInAnyOrder("全部待办 · All tasks", "待领取 · To claim", "处理中 · In hand");
    }

    @Test
    void aTaskIsClaimedAndCompletedWithItsForm() {
        var browser = signedOn("operations.nanjing");

        assertThat(browser.get(ENGINE + "/task/" + task + "/deployed-form").status())
                .isEqualTo(200);
        assertThat(browser.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", "operations.nanjing"))
                        .status())
                .isEqualTo(204);
        assertThat(Caller.as("operations.nanjing")
                        .get("/api/tasks/" + task)
                        .json()
                        .get("assignee")
                        .asText())
                .isEqualTo("operations.nanjing");
        var refused = browser.post(ENGINE + "/task/" + task + "/submit-form", Map.of("variables", Map.of()));
        assertThat(refused.status()).as("a form with a missing field").isEqualTo(400);
        var done = browser.post(
                ENGINE + "/task/" + task + "/submit-form",
                Map.of("variables", Map.of("result", Map.of("value", "done", "type", "String"))));
        assertThat(done.status()).as(done.body()).isBetween(200, 204);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
    }

    @Test
    void whatIsCompletedThereWhileItIsOpenHereIsAnsweredWithWhoDidIt() {
        var here = Caller.as("operations.nanjing");
        var revision =
                here.get("/api/tasks/" + task + "/form").json().get("revision").asInt();
        var there = signedOn("operations2.nanjing");
        assertThat(there.post(
                                ENGINE + "/task/" + task + "/submit-form",
                                Map.of("variables", Map.of("result", Map.of("value", "done", "type", "String"))))
                        .status())
                .isBetween(200, 204);

        for (var action : List.of("claim", "complete")) {
            var refused = here.post(
                    "/api/tasks/" + task + "/" + action,
                    Map.of("data", Map.of("result", "done"), "revision", revision));
            assertThat(refused.status()).as(action).isEqualTo(409);
            assertThat(refused.json().get("claimedBy").asText()).isEqualTo("operations2.nanjing");
            assertThat(refused.json().get("completedAt").asText()).startsWith("20");
        }
    }

    @Test
    void whatAStepForbidsIsForbiddenThereToo() {
        var inputs = List.of("\"errand\"", "", "", "\"claim\"");
        try (var closed =
                EditedTable.beginningWith("task-actions", inputs, "false", "", "", "", "\"先开会\"", "\"meet first\"")) {
            await().until(() -> !mayClaim());
            var answer = signedOn("operations.nanjing")
                    .post(ENGINE + "/task/" + task + "/claim", Map.of("userId", "operations.nanjing"));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).containsAnyOf("先开会", "meet first");
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                    .isNull();
        }
        await().until(this::mayClaim);
    }

    @Test
    void whoeverDecidedOnOneLevelDecidesOnNoOtherThereEither() {
        var inputs = List.of("\"two-errands\"", "", "", "\"second-vote\"");
        try (var levels = EditedTable.beginningWith(
                "task-actions", inputs, "false", "", "", "", "\"另一级\"", "\"another level\"")) {
            await().pollDelay(Duration.ofSeconds(4))
                    .until(() -> true); // what the table said a moment ago still counts for a while
            var browser = signedOn("operations.nanjing");
            var instance = runtime.startProcessInstanceByKey(
                            "two-errands",
                            "E" + UUID.randomUUID(),
                            Map.of(
                                    "city",
                                    "nanjing",
                                    "priority",
                                    1,
                                    "orderId",
                                    "PO" + UUID.randomUUID(),
                                    "product",
                                    "vpmn"))
                    .getId();
            var form = Map.of("variables", Map.of("result", Map.of("value", "done", "type", "String")));
            assertThat(browser.post(ENGINE + "/task/" + current(instance) + "/submit-form", form)
                            .status())
                    .isBetween(200, 204);

            var next = ENGINE + "/task/" + current(instance);
            for (var refused : List.of(
                    browser.post(next + "/claim", Map.of("userId", "operations.nanjing")),
                    browser.post(next + "/submit-form", form))) {
                assertThat(refused.status()).isGreaterThanOrEqualTo(400);
                assertThat(refused.body()).containsAnyOf("另一级", "another level");
            }
            assertThat(current(instance))
                    .as("nothing was decided")
                    .isEqualTo(next.substring(next.lastIndexOf('/') + 1));
        }
    }

    private String current(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private boolean mayClaim() {
        var actions = Caller.as("operations.nanjing")
                .get("/api/tasks/" + task + "/actions")
                .json();
        return StreamSupport.stream(actions.spliterator(), false)
                .anyMatch(action -> action.get("action").asText().equals("claim")
                        && action.get("allowed").asBoolean());
    }

    @Test
    void anotherGroupsTaskCannotBeTouched() {
        var elsewhere = signedOn("operations.suzhou");

        for (var action : new String[] {"claim", "unclaim", "complete", "submit-form", "comment/create"}) {
            assertThat(elsewhere
                            .post(
                                    ENGINE + "/task/" + task + "/" + action,
                                    Map.of("userId", "operations.suzhou", "message", "x"))
                            .status())
                    .as(action)
                    .isIn(400, 403, 404, 500)
                    .isNotEqualTo(200);
        }
        var found = tasks.createTaskQuery().taskId(task).singleResult();
        assertThat(found.getAssignee()).isNull();
        assertThat(tasks.getTaskComments(task)).isEmpty();
    }

    @Test
    void nobodyClaimsForOthers() {
        var browser = signedOn("operations.nanjing");

        for (var other : new String[] {"operations2.nanjing", "operations.suzhou"}) {
            assertThat(browser.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", other))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void whatAColleagueHoldsIsTheirs() {
        var holder = signedOn("operations.nanjing");
        var colleague = signedOn("operations2.nanjing");
        var form = Map.of("variables", Map.of("result", Map.of("value", "done", "type", "String")));
        holder.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", "operations.nanjing"));

        assertThat(colleague
                        .post(ENGINE + "/task/" + task + "/submit-form", form)
                        .status())
                .isEqualTo(403);
        assertThat(colleague.post(ENGINE + "/task/" + task + "/complete", form).status())
                .isEqualTo(403);
        assertThat(colleague
                        .post(ENGINE + "/task/" + task + "/unclaim", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(holder.post(ENGINE + "/task/" + task + "/unclaim", Map.of()).status())
                .isEqualTo(204);
        assertThat(colleague
                        .post(ENGINE + "/task/" + task + "/submit-form", form)
                        .status())
                .isBetween(200, 204);
    }

    @Test
    void writesNeedTheWebAppsOwnToken() {
        var browser = Caller.browser("operations.nanjing");
        browser.get("/camunda/app/tasklist/default/");

        assertThat(browser.post(ENGINE + "/task/" + task + "/claim", Map.of("userId", "operations.nanjing"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /deployment/create",
        "DELETE, /deployment/x",
        "POST, /process-definition/key/order/start",
        "POST, /process-definition/key/order/submit-form",
        "POST, /message",
        "POST, /signal",
        "POST, /condition",
        "POST, /process-instance/x/modification",
        "POST, /modification/execute",
        "POST, /modification/executeAsync",
        "POST, /migration/execute",
        "POST, /migration/generate",
        "POST, /process-instance/delete",
        "DELETE, /process-instance/x",
        "PUT, /process-instance/x/suspended",
        "POST, /process-instance/x/variables",
        "PUT, /process-instance/x/variables/city",
        "POST, /user/create",
        "PUT, /user/x/credentials",
        "PUT, /user/x/profile",
        "POST, /group/create",
        "PUT, /group/x/members/y",
        "POST, /authorization/create",
        "DELETE, /authorization/x",
        "POST, /identity/verify",
        "POST, /task/create",
        "POST, /task/x/assignee",
        "POST, /task/x/delegate",
        "PUT, /task/x",
        "DELETE, /task/x",
        "POST, /task/x/identity-links",
        "POST, /task/x/variables",
        "PUT, /task/x/variables/city",
        "POST, /task/x/comment/create",
        "POST, /task/x/bpmnError",
        "POST, /task/x/bpmnEscalation",
        "POST, /filter/create",
        "PUT, /filter/x",
        "DELETE, /filter/x",
        "PUT, /job/x/retries",
        "POST, /job/x/execute",
        "POST, /job/retries",
        "POST, /execution/x/signal",
        "POST, /external-task/fetchAndLock",
        "POST, /decision-definition/key/due-time/evaluate",
        "POST, /process-definition/x/restart",
        "DELETE, /process-definition/x",
        "PUT, /process-definition/x/suspended",
        "POST, /batch/x",
        "POST, /history/process-instance/delete",
        "DELETE, /history/process-instance/x",
        "POST, /tenant/create",
        "POST, /telemetry/configuration"
    })
    void whatIsNotWorkOnATaskIsClosedToEverybody(String method, String path) {
        for (var person : new String[] {"operations.nanjing", "admin"}) {
            assertThat(signedOn(person).json(method, ENGINE + path, Map.of()).status())
                    .as(person)
                    .isEqualTo(403);
        }
    }

    @Test
    void theEnginesOwnLoginAndSetupAreClosed() {
        var browser = signedOn("operations.nanjing");

        assertThat(browser.post("/camunda/api/admin/auth/user/default/login/cockpit", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(browser.post("/camunda/api/admin/setup/default/user/create", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void monitoringIsForAdministrators() {
        assertThat(Caller.browser("operations.nanjing")
                        .get("/camunda/app/cockpit/default/")
                        .status())
                .isEqualTo(403);
        assertThat(Caller.browser("operations.nanjing")
                        .get("/camunda/app/admin/default/")
                        .status())
                .isEqualTo(403);
        var admin = Caller.browser("admin");
        assertThat(admin.get("/camunda/app/cockpit/default/").status()).isEqualTo(200);
        assertThat(admin.get(ENGINE + "/process-definition/count").status()).isEqualTo(200);
        assertThat(admin.get(ENGINE + "/process-instance/" + instance).status()).isEqualTo(200);
    }

    @Test
    void aRoleTakenAwayCountsAtTheNextClick() {
        var browser = Caller.browser("operations2.nanjing");
        assertThat(ids(browser)).contains(task);

        jdbc.sql("DELETE FROM identity.person_role WHERE person = 'operations2.nanjing'")
                .update();
        try {
            assertThat(browser.get(ENGINE + "/task").status()).isIn(200, 403);
            assertThat(browser.get(ENGINE + "/task/" + task).status()).isIn(403, 404);
        } finally {
            jdbc.sql("INSERT INTO identity.person_role (person, role) VALUES ('operations2.nanjing', 'operations')")
                    .update();
            Caller.forget("operations2.nanjing");
        }
    }

    @Test
    void theEngineListsNobody() {
        var browser = Caller.browser("operations.nanjing");

        assertThat(browser.get(ENGINE + "/user").json().size()).isZero();
        assertThat(browser.get(ENGINE + "/group").json().size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "operations.nanjing, operations2.nanjing, true",
        "operations.nanjing, manager, true",
        "operations.nanjing, manager.suzhou, false",
        "si.local, si.local, true",
        "si.local, manager.suzhou, false",
        "sa.qiwu, manager, false",
        "web-client, manager.suzhou, false"
    })
    void theEngineNamesOnlyThoseOneSharesACityWithAndNobodyToPartnersAndSystems(
            String reader, String person, boolean named) {
        var caller = Caller.as(reader);

        assertThat(caller.get(ENGINE + "/user/" + person + "/profile").status()).isEqualTo(named ? 200 : 404);
        assertThat(caller.get(ENGINE + "/user?id=" + person).json()).hasSize(named ? 1 : 0);
        assertThat(caller.get(ENGINE + "/group?member=" + person).json().isEmpty())
                .isNotEqualTo(named);
    }

    @Test
    void chineseIsThereWithEachTextOfTheEnglish() throws IOException {
        var json = new ObjectMapper();
        var english = json.readTree(new ClassPathResource(FILES + "locales/en.json").getInputStream());
        var chinese = json.readTree(new ClassPathResource(FILES + "locales/zh-CN.json").getInputStream());

        assertThat(keys(chinese, "")).isEqualTo(keys(english, ""));
        var browser = Caller.browser("operations.nanjing");
        assertThat(browser.get("/camunda/app/tasklist/locales/zh-CN.json").json())
                .isEqualTo(chinese);
        assertThat(browser.get("/camunda/app/tasklist/scripts/config.js").body())
                .contains("zh-CN");
        assertThat(browser.get("/camunda/app/tasklist/styles/user-styles.css").body())
                .contains("ce-eol-banner", ".createCommentLink", ".followup-date", ".groups");
    }

    /** With the web apps' own token, as their pages send it. */
    private static Caller signedOn(String person) {
        var browser = Caller.browser(person);
        browser.get("/camunda/app/tasklist/default/");
        return browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
    }

    private static List<String> ids(Caller caller) {
        return caller.get(ENGINE + "/task?maxResults=1000").json().findValuesAsText("id");
    }

    private static Set<String> keys(JsonNode node, String path) {
        var keys = new TreeSet<String>();
        node.properties().forEach(entry -> {
            keys.add(path + "/" + entry.getKey());
            keys.addAll(keys(entry.getValue(), path + "/" + entry.getKey()));
        });
        return keys;
    }
}
