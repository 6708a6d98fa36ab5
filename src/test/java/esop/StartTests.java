package esop;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class StartTests {

    @Autowired
    private ProcessEngine engine;

    @Test
    void theEngineRunsOnItsOwnSchema() {
        assertThat(engine.getManagementService().getTableCount()).containsKey("CAMUNDA.ACT_RU_TASK");
    }
}
