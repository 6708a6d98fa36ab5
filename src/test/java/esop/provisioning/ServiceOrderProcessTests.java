package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import esop.EsopTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EsopTest
class ServiceOrderProcessTests extends ProvisioningScene {

    @Test
    void aProductWithoutPathIsAFalloutAndNotAnError() {
        var opening = open("never-heard-of", "add");

        var task = awaitTask(opening, "resolveFallout");
        assertThat(engine.getVariables(task.getExecutionId()))
                .containsEntry("system", "esop")
                .containsEntry("errorClass", "no-path");
        assertThat(order(opening).state()).isEqualTo("held");
        complete(task, Map.of("action", "abort", "note", "暂不开通"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(order(opening).state()).isEqualTo("failed");
    }

    @Test
    void thePathIsChosenAgainOnceTheTableIsMended() {
        var opening = open("never-heard-of", "add");

        var before = awaitTask(opening, "resolveFallout");
        complete(before, Map.of("action", "retry"));

        var task = awaitOtherTask(opening, "resolveFallout", before.getId());
        assertThat(runs(opening, "fallout")).isEqualTo(2);
        complete(task, Map.of("action", "manual", "note", "已由集成商线下开通"));
        awaitEnd(opening, "serviceOpened");
        assertThat(order(opening).state()).isEqualTo("completed");
    }

    @Test
    void aServiceOrderThatHasNotBegunCanBeCancelled() {
        var id = recorded("vpmn", "add");

        asSystem(() -> {
            provisioning.cancel(id, "依赖的定单未成功");
            return null;
        });

        assertThat(view(id).state()).isEqualTo("cancelled");
        assertThat(view(id).message()).isEqualTo("依赖的定单未成功");
    }

    @Test
    void aServiceOrderUnderWayIsNotCancelled() {
        sandbox.breaks("boss", "delay", Map.of("delayMs", 1000, "times", 1));
        var opening = open("vpmn", "add");

        assertThatThrownBy(() -> asSystem(() -> {
                    provisioning.cancel(opening.getBusinessKey(), "太迟了");
                    return null;
                }))
                .isInstanceOf(IllegalStateException.class);

        awaitEnd(opening, "serviceOpened");
    }
}
