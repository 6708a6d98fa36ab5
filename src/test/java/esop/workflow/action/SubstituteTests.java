package esop.workflow.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EditedTable;
import esop.EsopTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody of the service hall stands in for the first of operations support, whose role they do not have. */
@EsopTest
class SubstituteTests extends ActionScene {

    private Caller substitute;

    @BeforeEach
    void hallStandsIn() {
        substitute = Caller.as("hall.nanjing");
    }

    @AfterEach
    void nobodyStandsInAnyMore() {
        jdbc.sql("DELETE FROM workflow.absence").update();
    }

    @Test
    void aSubstituteSeesWhatLiesWithTheAbsentPersonAndTheirGroupUnderThatName() {
        assertThat(ids(substitute, "substituted")).isEmpty();
        assertThat(counted(substitute).isNull()).isTrue();
        assertThat(substitute.get("/api/tasks/" + task).status()).isEqualTo(403);

        standsIn("operations.nanjing", "hall.nanjing", Map.of());

        assertThat(ids(substitute, "substituted")).containsExactly(task);
        assertThat(counted(substitute).asInt()).isPositive();
        act(operations, "claim", Map.of());
        var held = substitute.get("/api/tasks?view=substituted&q=" + key).json().at("/items/0");
        assertThat(held.get("actingFor").asText()).isEqualTo("operations.nanjing");
        assertThat(held.get("actingForName").asText()).isEqualTo("孟行远");
        assertThat(substitute.get("/api/tasks/" + task).status()).isEqualTo(200);
        assertThat(ids(substitute, "mine")).isEmpty();
    }

    @Test
    void whatASubstituteDoesIsNotedWithBothNames() {
        act(operations, "claim", Map.of());
        standsIn("operations.nanjing", "hall.nanjing", Map.of());

        var taken = act(substitute, "claim", Map.of());
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().get("assignee").asText()).isEqualTo("hall.nanjing");
        assertThat(taken.json().get("actingFor").asText()).isEqualTo("operations.nanjing");
        assertThat(ids(substitute, "mine")).containsExactly(task);
        assertThat(act(colleague, "claim", Map.of()).status())
                .as("it is held in somebody's place")
                .isEqualTo(409);
        assertThat(complete(substitute, task).status()).isEqualTo(200);

        assertThat(history("task.claimed")).containsExactly("operations.nanjing ", "hall.nanjing  *");
        assertThat(history("task.completed")).containsExactly("hall.nanjing  *");
        assertThat(jdbc.sql(
                                "SELECT details ->> 'for' FROM identity.audit_log WHERE subject = :task AND person = 'hall.nanjing'")
                        .param("task", "task/" + task)
                        .query(String.class)
                        .list())
                .containsExactly("operations.nanjing", "operations.nanjing");
    }

    @Test
    void everythingASubstituteDoesNamesBoth() {
        standsIn("operations.nanjing", "hall.nanjing", Map.of());
        act(substitute, "claim", Map.of());
        var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3).toString();

        done("follow-up", Map.of("on", day, "reason", "客户下周才有空"));
        done("opinions", Map.of("place", "before", "of", List.of("manager.nanjing"), "question", "可以这样办吗"));
        var opinion = substitute
                .get("/api/tasks/" + task + "/opinions")
                .json()
                .at("/0/id")
                .asText();
        assertThat(offers(substitute, task, "opinion-withdraw")).isTrue();
        assertThat(act(substitute, "opinions/" + opinion + "/withdraw", Map.of("reason", "已电话确认"))
                        .status())
                .isEqualTo(204);
        done("cc", Map.of("to", List.of("manager.nanjing"), "note", "请知悉"));
        var clock = "/api/task-clocks/" + task;
        assertThat(substitute
                        .post(clock + "/stop", Map.of("cause", "site-not-ready", "reason", "机房在装修"))
                        .status())
                .isEqualTo(200);
        assertThat(substitute.post(clock + "/resume", Map.of()).status()).isEqualTo(200);
        var file = attach("回执.txt", "已到现场");
        assertThat(file.status()).as(file.body()).isEqualTo(201);
        var attached =
                "/api/tasks/" + task + "/attachments/" + file.json().get("id").asText();
        assertThat(substitute.delete(attached).status()).isEqualTo(204);
        assertThat(act(substitute, "comments", Map.of("text", "机房下周完工")).status())
                .isEqualTo(201);
        done("unclaim", Map.of("reason", "不会办"));

        assertThat(history("task.followed-up")).containsExactly("hall.nanjing 客户下周才有空 *");
        assertThat(history("task.opinion-before")).containsExactly("hall.nanjing 可以这样办吗 *");
        assertThat(history("task.opinion-withdrawn")).containsExactly("hall.nanjing 已电话确认 *");
        assertThat(history("task.copied")).containsExactly("hall.nanjing 请知悉 *");
        assertThat(history("task.stopped")).containsExactly("hall.nanjing  *");
        assertThat(history("task.resumed")).containsExactly("hall.nanjing  *");
        assertThat(history("task.attached")).hasSize(1).allMatch(line -> line.endsWith("*"));
        assertThat(history("task.detached")).hasSize(1).allMatch(line -> line.endsWith("*"));
        assertThat(history("task.commented")).containsExactly("hall.nanjing 机房下周完工 *");
        assertThat(history("task.unclaimed")).containsExactly("hall.nanjing 不会办 *");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM identity.audit_log WHERE action = 'task.acted-for' AND subject = :task")
                        .param("task", "task/" + task)
                        .query(Integer.class)
                        .single())
                .as(
                        "taken, put off, asked, asked no longer, copied, stopped, resumed, attached, detached, commented, put back")
                .isEqualTo(11);
    }

    @Test
    void aSubstituteHandsItOver() {
        standsIn("operations.nanjing", "hall.nanjing", Map.of());
        act(substitute, "claim", Map.of());
        assertThat(offers(substitute, task, "assign")).isTrue();

        var handed = done("assign", Map.of("to", "operations2.nanjing", "reason", "现场在城北"));

        assertThat(handed.json().get("assignee").asText()).isEqualTo("operations2.nanjing");
        assertThat(handed.json().get("actingFor").isNull()).isTrue();
        assertThat(history("task.assigned")).containsExactly("hall.nanjing 现场在城北 *");
        assertThat(complete(colleague, task).status()).isEqualTo(200);
        assertThat(history("task.completed")).containsExactly("operations2.nanjing ");
    }

    @Test
    void whatASubstituteDelegatesComesBackToThem() {
        standsIn("operations.nanjing", "hall.nanjing", Map.of());
        act(substitute, "claim", Map.of());

        var delegated = done("delegate", Map.of("to", "operations2.nanjing", "reason", "现场在城北"));
        assertThat(delegated.json().get("actingFor").isNull())
                .as("the delegate acts for nobody")
                .isTrue();
        assertThat(act(colleague, "resolve", Map.of("answer", "光衰正常")).status()).isEqualTo(200);

        var back = substitute.get("/api/tasks/" + task).json();
        assertThat(back.get("assignee").asText()).isEqualTo("hall.nanjing");
        assertThat(back.get("actingFor").asText()).isEqualTo("operations.nanjing");
        assertThat(act(colleague, "claim", Map.of()).status())
                .as("it is held in somebody's place")
                .isEqualTo(409);
        assertThat(complete(substitute, task).status()).isEqualTo(200);
        assertThat(history("task.delegated")).containsExactly("hall.nanjing 现场在城北 *");
        assertThat(history("task.completed")).containsExactly("hall.nanjing  *");
    }

    @Test
    void aSubstituteFetchesBackWhatTheyDelegated() {
        standsIn("operations.nanjing", "hall.nanjing", Map.of());
        done("delegate", Map.of("to", "operations2.nanjing"));
        assertThat(offers(substitute, task, "resolve")).isTrue();
        assertThat(offers(substitute, task, "claim")).isFalse();

        var fetched = done("resolve", Map.of("answer", "已不需要"));

        assertThat(fetched.json().get("assignee").asText()).isEqualTo("hall.nanjing");
        assertThat(fetched.json().get("actingFor").asText()).isEqualTo("operations.nanjing");
        assertThat(history("task.recalled")).containsExactly("hall.nanjing 已不需要 *");
    }

    @Test
    void aSubstituteReturnsAStep() {
        complete(operations, task);
        standsIn("operations2.nanjing", "hall.nanjing", Map.of());
        var check = taskAt("checkErrand");
        act(substitute, check, "claim", Map.of());
        assertThat(offers(substitute, check, "return")).isTrue();

        var back = act(substitute, check, "return", Map.of("toActivity", "runErrand", "reason", "回执号不对"));

        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.json().get("assignee").asText()).isEqualTo("operations.nanjing");
        assertThat(history("task.returned")).containsExactly("hall.nanjing 回执号不对 *");
    }

    @Test
    void aSubstituteTakesBackWhatTheyCompletedAndDoesItAgain() {
        try (var table = EditedTable.beginningWith(
                "task-actions",
                List.of("\"two-errands\"", "", "", "\"substitute-own\""),
                "false",
                "",
                "",
                "",
                "\"办理过的事项\"",
                "\"Their own\"")) {
            standsIn("operations.nanjing", "hall.nanjing", Map.of());
            complete(substitute, task);
            refusesTheirOwn();
            assertThat(offers(substitute, task, "take-back")).isTrue();

            var back = done("take-back", Map.of("reason", "漏了附件"));

            assertThat(back.json().get("assignee").asText()).isEqualTo("hall.nanjing");
            assertThat(back.json().get("actingFor").asText()).isEqualTo("operations.nanjing");
            assertThat(history("task.taken-back")).containsExactly("hall.nanjing 漏了附件 *");
            assertThat(complete(substitute, back.json().get("id").asText()).status())
                    .as("what was taken back is no part in it")
                    .isEqualTo(200);
        }
    }

    @Test
    void whatOneMayDoAnywayOneDoesInOnesOwnName() {
        standsIn("operations.nanjing", "operations2.nanjing", Map.of());

        act(colleague, "claim", Map.of());

        assertThat(history("task.claimed")).containsExactly("operations2.nanjing ");
        assertThat(ids(colleague, "substituted")).isEmpty();
    }

    @Test
    void itEndsAtOnceWithItsLastDayWhenItIsEndedAndWithTheAbsentPersonsRole() {
        standsIn("operations.nanjing", "hall.nanjing", Map.of());
        act(substitute, "claim", Map.of());

        jdbc.sql("UPDATE workflow.absence SET first_day = workflow.today() - 3, last_day = workflow.today() - 1")
                .update();
        assertThat(complete(substitute, task).status()).isEqualTo(403);
        assertThat(ids(substitute, "substituted")).isEmpty();

        jdbc.sql("UPDATE workflow.absence SET last_day = workflow.today()").update();
        jdbc.sql("DELETE FROM identity.person_role WHERE person = 'operations.nanjing'")
                .update();
        try {
            assertThat(complete(substitute, task).status()).isEqualTo(403);
        } finally {
            jdbc.sql("INSERT INTO identity.person_role (person, role) VALUES ('operations.nanjing', 'operations')")
                    .update();
            Caller.forget("operations.nanjing");
        }

        jdbc.sql("UPDATE workflow.absence SET ended = now()").update();
        assertThat(complete(substitute, task).status()).isEqualTo(403);
        assertThat(act(colleague, "claim", Map.of()).status())
                .as("open to the others again")
                .isEqualTo(200);
    }

    @Test
    void scopeAndAmountNarrowIt() {
        standsIn("operations.nanjing", "hall.nanjing", Map.of("processes", List.of("errand")));
        assertThat(ids(substitute, "substituted")).isEmpty();
        assertThat(act(substitute, "claim", Map.of()).status()).isEqualTo(403);
        jdbc.sql("DELETE FROM workflow.absence").update();

        standsIn("operations.nanjing", "hall.nanjing", Map.of("amountLimit", 50000, "cities", List.of("nanjing")));
        assertThat(ids(substitute, "substituted")).as("no sum").containsExactly(task);
        var dear = runtime.startProcessInstanceByKey(
                        "two-errands", key + "D", Map.of("city", "nanjing", "priority", 1, "amount", "50000.01"))
                .getId();
        var fair = runtime.startProcessInstanceByKey(
                        "two-errands", key + "F", Map.of("city", "nanjing", "priority", 1, "amount", "50000"))
                .getId();
        var dearTask =
                tasks.createTaskQuery().processInstanceId(dear).singleResult().getId();
        var fairTask =
                tasks.createTaskQuery().processInstanceId(fair).singleResult().getId();
        assertThat(ids(substitute, "substituted")).containsExactlyInAnyOrder(task, fairTask);
        assertThat(act(substitute, dearTask, "claim", Map.of()).status()).isEqualTo(403);
        assertThat(act(substitute, fairTask, "claim", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void aChainOfSubstitutesReachesTheLastAndEachLinkNarrowsIt() {
        standsIn("operations.nanjing", "operations2.nanjing", Map.of());
        standsIn("operations2.nanjing", "hall.nanjing", Map.of("processes", List.of("two-errands")));
        act(operations, "claim", Map.of());

        assertThat(ids(substitute, "substituted")).containsExactly(task);
        assertThat(act(substitute, "claim", Map.of()).json().get("actingFor").asText())
                .isEqualTo("operations.nanjing");
    }

    @Test
    void nobodyDecidesInAnothersPlaceOnWhatTheyHaveWorkedOn() {
        try (var table = EditedTable.beginningWith(
                "task-actions",
                List.of("\"two-errands\"", "", "", "\"substitute-own\""),
                "false",
                "",
                "",
                "",
                "\"办理过的事项\"",
                "\"Their own\"")) {
            standsIn("operations.nanjing", "hall.nanjing", Map.of());
            complete(substitute, task);
            refusesTheirOwn();
            var refused = act(substitute, taskAt("checkErrand"), "claim", Map.of());

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("detail").asText()).isIn("办理过的事项", "Their own");

            giveTheErrands();
            complete(operations, task);
            assertThat(complete(substitute, taskAt("checkErrand")).status())
                    .as("nor on what the absent person has worked on")
                    .isEqualTo(409);

            giveTheErrands();
            complete(colleague, task);
            assertThat(act(substitute, taskAt("checkErrand"), "claim", Map.of()).status())
                    .isEqualTo(200);
        }
    }

    private Caller.Answer attach(String name, String text) {
        var body = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--part--\r\n";
        return substitute.send(substitute
                .request("/api/tasks/" + task + "/attachments")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(body.formatted(name, text))));
    }

    /** What a table said a moment ago still counts for a while. */
    private void refusesTheirOwn() {
        await().atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ofSeconds(3))
                .until(() -> !offers(substitute, taskAt("checkErrand"), "claim"));
    }

    private Caller.Answer done(String action, Map<String, ?> body) {
        var answer = act(substitute, action, body);
        assertThat(answer.status()).as(action + " " + answer.body()).isEqualTo(200);
        return answer;
    }

    private static void standsIn(String person, String who, Map<String, ?> more) {
        var wish = new HashMap<String, Object>(Map.of(
                "substitute", who,
                "firstDay", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                "lastDay", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3).toString()));
        wish.putAll(more);
        var entered = Caller.as(person).post("/api/substitutions", wish);
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
    }

    private static JsonNode counted(Caller caller) {
        return caller.get("/api/tasks/counts").json().get("substituted");
    }
}
