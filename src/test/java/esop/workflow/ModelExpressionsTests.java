package esop.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import esop.EsopTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class ModelExpressionsTests {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RuntimeService runtime;

    private String instance;

    @BeforeEach
    void start() {
        var variables = Map.<String, Object>of(
                "city", "nanjing", "priority", 2, "dueTime", "not the delegate", "ids", Spin.JSON("[\"SO1\",\"SO2\"]"));
        instance = runtime.startProcessInstanceByKey("errand", variables).getId();
    }

    @AfterEach
    void end() {
        runtime.deleteProcessInstance(instance, "done");
    }

    @Test
    void variablesAreComparedAndJsonIsRead() {
        assertThat(evaluate("${city == 'nanjing' && priority < 3}")).isEqualTo(true);
        assertThat(evaluate("${ids.elements()}"))
                .isInstanceOf(List.class)
                .asList()
                .hasSize(2);
    }

    @Test
    void aVariableCannotTakeADelegatesPlace() {
        assertThat(evaluate("${dueTime.after(execution, 'PT4H')}")).isInstanceOf(java.util.Date.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${city.getClass().forName('java.lang.Runtime')}",
                "${dataSource}",
                "${runtimeService}",
                "${taskDispatch.getClass()}",
                "${taskDispatch.class}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${ids.unwrap()}",
                "${ids.writeToWriter(null)}"
            })
    void nothingElseCanBeReached(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(Exception.class);
    }

    private Object evaluate(String expression) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(commands -> {
            ExecutionEntity execution = commands.getExecutionManager().findExecutionById(instance);
            return configuration
                    .getExpressionManager()
                    .createExpression(expression)
                    .getValue(execution);
        });
    }
}
