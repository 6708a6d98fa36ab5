package esop.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class EngineSettingsTests {

    @Autowired
    private ProcessEngine engine;

    @Test
    void theEngineWorksAsSettled() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo("R3/PT10S");
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00+0800");
        assertThat(settings.isHistoryCleanupEnabled()).isTrue();
        assertThat(settings.getHistoryLevel().getName()).isEqualTo("steps");
        assertThat(settings.getIdGenerator()).isInstanceOf(StrongUuidGenerator.class);
        assertThat(settings.isCmmnEnabled()).isFalse();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.getJobExecutor().getLockTimeInMillis()).isEqualTo(60_000);
        assertThat(settings.getBeans().keySet()).contains("taskDispatch", "dueTime");
        assertThat(settings.getBeans()).doesNotContainKeys("dataSource", "runtimeService", "inbox");
    }

    @Test
    void theCalendarSaysWhichYearsAreEstimated() {
        var calendar =
                Caller.as("operations.nanjing").get("/api/working-calendar").json();
        assertThat(calendar.at("/years/1/year").asInt()).isEqualTo(2026);
        assertThat(calendar.at("/years/1/provisional").asBoolean()).isFalse();
        assertThat(calendar.at("/years/2/provisional").asBoolean()).isTrue();
        assertThat(calendar.at("/days/0/nameEn").asText()).isEqualTo("New Year's Day");
    }
}
