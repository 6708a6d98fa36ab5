package esop.workflow.action;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EsopTest
class DelegationTests extends ActionScene {

    @Test
    void aDelegatedTaskComesBackToItsOwnerWhoCompletesIt() {
        act(operations, "claim", Map.of());

        var delegated = act(operations, "delegate", Map.of("to", "operations2.nanjing", "reason", "现场在城北"));

        assertThat(delegated.status()).as(delegated.body()).isEqualTo(200);
        assertThat(delegated.json().get("assignee").asText()).isEqualTo("operations2.nanjing");
        assertThat(delegated.json().get("owner").asText()).isEqualTo("operations.nanjing");
        assertThat(delegated.json().get("delegated").asBoolean()).isTrue();
        assertThat(ids(colleague, "mine")).containsExactly(task);
        assertThat(ids(operations, "mine")).isEmpty();
        assertThat(told(colleague, task)).containsExactly("delegated");

        assertThat(complete(colleague, task).status()).isEqualTo(409);
        assertThat(complete(operations, task).status()).isEqualTo(409);
        for (var action : new String[] {"unclaim", "assign", "delegate"}) {
            assertThat(act(colleague, action, Map.of("to", "operations.nanjing"))
                            .status())
                    .as(action)
                    .isEqualTo(409);
        }

        var back = act(colleague, "resolve", Map.of("answer", "光衰正常"));

        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.json().get("assignee").asText()).isEqualTo("operations.nanjing");
        assertThat(back.json().get("delegated").asBoolean()).isFalse();
        assertThat(told(operations, task)).containsExactly("resolved");
        assertThat(complete(operations, task).status()).isEqualTo(200);
        assertThat(history("task.delegated")).containsExactly("operations.nanjing 现场在城北");
        assertThat(history("task.resolved")).containsExactly("operations2.nanjing 光衰正常 *");
    }

    @Test
    void whatWaitsForTheGroupIsClaimedByDelegatingIt() {
        var delegated = act(operations, "delegate", Map.of("to", "operations2.nanjing"));

        assertThat(delegated.json().get("owner").asText()).isEqualTo("operations.nanjing");
        assertThat(delegated.json().get("assignee").asText()).isEqualTo("operations2.nanjing");
    }

    @Test
    void theOwnerFetchesItBack() {
        act(operations, "delegate", Map.of("to", "operations2.nanjing"));

        assertThat(act(operations, "resolve", Map.of("answer", "已不需要")).status())
                .isEqualTo(200);

        assertThat(ids(operations, "mine")).containsExactly(task);
        assertThat(history("task.recalled")).containsExactly("operations.nanjing 已不需要");
        assertThat(told(colleague, task)).containsExactly("recalled", "delegated");
        assertThat(act(colleague, "resolve", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void whatIsPutBackMaySayWhy() {
        act(operations, "claim", Map.of());
        assertThat(act(operations, "unclaim", Map.of("reason", "今天不在现场")).status())
                .isEqualTo(200);
        act(operations, "claim", Map.of());
        assertThat(act(operations, "unclaim", Map.of()).status()).isEqualTo(200);

        assertThat(history("task.unclaimed")).containsExactly("operations.nanjing 今天不在现场", "operations.nanjing ");
    }

    @Test
    void onlyWhoMayWorkOnItIsADelegate() {
        for (var to : new String[] {"account-manager.nanjing", "operations.suzhou", "nobody", "operations.nanjing"}) {
            assertThat(act(operations, "delegate", Map.of("to", to)).status())
                    .as(to)
                    .isEqualTo(422);
        }
        assertThat(act(operations, "delegate", Map.of()).status()).isEqualTo(400);
        assertThat(act(elsewhere, "delegate", Map.of("to", "operations.nanjing"))
                        .status())
                .isEqualTo(404);
        assertThat(act(accountManager, "delegate", Map.of("to", "operations.nanjing"))
                        .status())
                .isEqualTo(403);
        var offered =
                operations.get("/api/tasks/" + task + "/people?purpose=work").json();
        assertThat(offered.findValuesAsText("id"))
                .contains("operations2.nanjing")
                .doesNotContain("operations.nanjing", "operations.suzhou", "account-manager.nanjing");
    }

    @Test
    void theEngineItselfLetsNobodyCompleteWhatIsDelegated() {
        act(operations, "delegate", Map.of("to", "operations2.nanjing"));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> asSystem(() -> {
                    tasks.complete(task, Map.of("result", "done"));
                    return null;
                }))
                .hasMessageContaining("委派");
    }

    @Test
    void whatTasklistDelegatesAndGivesBackIsKnownHere() {
        act(operations, "claim", Map.of());
        asSystem(() -> {
            tasks.delegateTask(task, "operations2.nanjing");
            return null;
        });
        assertThat(operations.get("/api/tasks/" + task).json().get("delegated").asBoolean())
                .isTrue();
        asSystem(() -> {
            tasks.resolveTask(task, Map.of("result", "done"));
            return null;
        });
        assertThat(operations.get("/api/tasks/" + task).json().get("assignee").asText())
                .isEqualTo("operations.nanjing");
        assertThat(history("task.resolved")).hasSize(1);
    }

    @Test
    void aStaleRevisionIsRefused() {
        act(operations, "claim", Map.of());
        assertThat(act(operations, "delegate", Map.of("to", "operations2.nanjing", "revision", 1))
                        .status())
                .isEqualTo(409);
    }
}
