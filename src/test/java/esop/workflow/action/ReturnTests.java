package esop.workflow.action;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@EsopTest
class ReturnTests extends ActionScene {

    @Test
    void anEarlierStepIsDoneAgainByWhoDidIt() {
        complete(operations, task);
        var check = taskAt("checkErrand");
        act(colleague, check, "claim", Map.of());
        assertThat(offers(colleague, check, "return")).isTrue();

        var back = act(colleague, check, "return", Map.of("toActivity", "runErrand", "reason", "回执号不对"));

        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.json().get("activity").asText()).isEqualTo("runErrand");
        assertThat(back.json().get("assignee").asText()).isEqualTo("operations.nanjing");
        assertThat(taskAt("checkErrand")).isNull();
        var again = back.json().get("id").asText();
        assertThat(operations
                        .get("/api/tasks/" + again + "/form")
                        .json()
                        .at("/data/receipt")
                        .asText())
                .isEqualTo("A12");
        assertThat(told(operations, again)).contains("returned");
        assertThat(history("task.returned")).containsExactly("operations2.nanjing 回执号不对");
        assertThat(act(colleague, check, "complete", Map.of("data", Map.of())).status())
                .isEqualTo(409);
        assertThat(complete(operations, again).status()).isEqualTo(200);
        assertThat(complete(colleague, taskAt("checkErrand")).status()).isEqualTo(200);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }

    @Test
    void nothingIsReturnedBehindASystemsBack() {
        complete(operations, task);
        called("construct");
        var check = taskAt("checkErrand");

        var refused = act(colleague, check, "return", Map.of("toActivity", "runErrand", "reason", "回执号不对"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asText()).contains(key).doesNotContain("resource-order");
        assertThat(refused.json().at("/undo/0/step").asText()).isEqualTo("construct");
        assertThat(taskAt("checkErrand")).isEqualTo(check);
    }

    @Test
    void itLeadsOnlyWhereSomebodyHasBeenAndWhereTheTableAllows() {
        assertThat(act(operations, "return", Map.of("toActivity", "checkErrand", "reason", "?"))
                        .status())
                .isEqualTo(422);
        assertThat(offers(operations, task, "return")).isFalse();
        complete(operations, task);
        var check = taskAt("checkErrand");
        assertThat(act(colleague, check, "return", Map.of("toActivity", "errandGiven", "reason", "?"))
                        .status())
                .isEqualTo(422);
        assertThat(act(colleague, check, "return", Map.of("toActivity", "runErrand"))
                        .status())
                .isEqualTo(400);
        assertThat(act(elsewhere, check, "return", Map.of("toActivity", "runErrand", "reason", "?"))
                        .status())
                .isEqualTo(404);
        assertThat(act(manager, check, "return", Map.of("toActivity", "runErrand", "reason", "?"))
                        .status())
                .isEqualTo(403);
        act(operations, check, "claim", Map.of());
        assertThat(act(colleague, check, "return", Map.of("toActivity", "runErrand", "reason", "?"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aCompletionIsTakenBackWhileTheNextStepIsUntouched() {
        complete(operations, task);
        var check = taskAt("checkErrand");
        assertThat(offers(operations, task, "take-back")).isTrue();

        var back = act(operations, "take-back", Map.of("reason", "漏了附件"));

        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.json().get("activity").asText()).isEqualTo("runErrand");
        assertThat(back.json().get("assignee").asText()).isEqualTo("operations.nanjing");
        assertThat(taskAt("checkErrand")).isNull();
        assertThat(act(colleague, check, "claim", Map.of()).status()).isEqualTo(409);
        assertThat(history("task.taken-back")).containsExactly("operations.nanjing 漏了附件");
        assertThat(act(operations, "take-back", Map.of("reason", "再来")).status())
                .isEqualTo(409);
        assertThat(complete(operations, back.json().get("id").asText()).status())
                .isEqualTo(200);
    }

    @Test
    void notOnceSomebodyHasTakenTheNextStep() {
        complete(operations, task);
        act(colleague, taskAt("checkErrand"), "claim", Map.of());

        var refused = act(operations, "take-back", Map.of("reason", "漏了附件"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("claimedBy").asText()).isEqualTo("operations2.nanjing");
        assertThat(refused.json().get("claimedAt").asText()).isNotBlank();
        assertThat(refused.json().get("nextTask").asText())
                .as("where its holder can be asked")
                .isEqualTo(taskAt("checkErrand"));
        act(colleague, taskAt("checkErrand"), "unclaim", Map.of());
        assertThat(act(operations, "take-back", Map.of("reason", "漏了附件")).status())
                .isEqualTo(409);
    }

    @Test
    void norOnceSomebodyWritesOnItsForm() {
        complete(operations, task);
        var check = taskAt("checkErrand");
        assertThat(colleague
                        .put("/api/tasks/" + check + "/draft", Map.of("data", Map.of("receipt", "B7")))
                        .status())
                .isEqualTo(200);

        assertThat(act(operations, "take-back", Map.of("reason", "漏了附件")).status())
                .isEqualTo(409);
    }

    @Test
    void whatOneHasDoneWithItOneselfHoldsNobodyUp() {
        complete(operations, task);
        act(operations, taskAt("checkErrand"), "claim", Map.of());
        assertThat(act(operations, "take-back", Map.of("reason", "漏了附件")).status())
                .isEqualTo(200);

        giveTheErrands();
        complete(operations, task);
        act(operations, taskAt("checkErrand"), "assign", Map.of("to", "operations2.nanjing"));
        assertThat(act(operations, "take-back", Map.of("reason", "漏了附件")).status())
                .as("what was handed to a colleague is theirs")
                .isEqualTo(409);
    }

    @Test
    void norOnceSomethingHasLeftTheHouse() {
        complete(operations, task);
        called("construct");

        var refused = act(operations, "take-back", Map.of("reason", "漏了附件"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/undo/0/system").asText()).isEqualTo("eoms");
    }

    @Test
    void norByAnybodyElseNorAfterTheEnd() {
        complete(operations, task);
        assertThat(act(colleague, "take-back", Map.of("reason", "?")).status()).isEqualTo(403);
        assertThat(act(elsewhere, "take-back", Map.of("reason", "?")).status()).isEqualTo(404);
        assertThat(act(operations, "take-back", Map.of()).status()).isEqualTo(400);
        var check = taskAt("checkErrand");
        complete(operations, check);
        var ended = act(operations, check, "take-back", Map.of("reason", "?"));
        assertThat(ended.status()).isEqualTo(409);
        assertThat(ended.json().get("detail").asText()).contains("结束");
    }

    @Test
    void ofWhoTakesBackAndWhoClaimsTheNextStepExactlyOneWins() throws Exception {
        complete(operations, task);
        var check = taskAt("checkErrand");
        var threads = Executors.newFixedThreadPool(2);
        try {
            var calls = new ArrayList<Callable<Integer>>();
            calls.add(
                    () -> act(operations, "take-back", Map.of("reason", "漏了附件")).status());
            calls.add(() -> act(colleague, check, "claim", Map.of()).status());
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrderElementsOf(List.of(200, 409));
        } finally {
            threads.shutdown();
        }
    }

    private void called(String step) {
        asSystem(() -> jdbc.sql("""
                        INSERT INTO systems.system_call (
                            key, system, operation, aggregate, step, generation, city, payload, payload_hash, state)
                        VALUES (:key || ':' || :step || ':1', 'eoms', 'resource-order.create', :key, :step, 1, 'nanjing', '{}', '-', 'DONE')
                        """).param("key", key).param("step", step).update());
    }
}
