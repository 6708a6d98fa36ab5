package esop.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import esop.EsopTest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class VariableDeletesTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Test
    void anInstanceThatEndsLeavesNoVariable() {
        var instance = start();
        assertThat(variables(instance)).isGreaterThan(2);
        runtime.deleteProcessInstance(instance, "done");
        assertThat(variables(instance)).isZero();
    }

    @Test
    void anInstanceDoesNotEndOverAVariableThatWasChangedMeanwhile() {
        var instance = start();
        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired().execute(context -> {
                    runtime.deleteProcessInstance(instance, "done");
                    CompletableFuture.runAsync(() -> runtime.setVariable(instance, "priority", 1))
                            .join();
                    return null;
                }))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(runtime.getVariable(instance, "priority")).isEqualTo(1);
        runtime.deleteProcessInstance(instance, "done");
    }

    private String start() {
        return runtime.startProcessInstanceByKey("errand", Map.of("city", "nanjing", "priority", 2, "note", "collect"))
                .getId();
    }

    private long variables(String instance) {
        return runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .count();
    }
}
