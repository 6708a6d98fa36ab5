package esop.identity;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** The engine's job threads act for no person: without a scope of their own, delegates would see no rows. */
@Component
class EngineJobsAsSystem implements BeanPostProcessor {

    private static final String JOB_THREADS = "camundaTaskExecutor";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (JOB_THREADS.equals(name) && bean instanceof ThreadPoolTaskExecutor threads) {
            threads.setTaskDecorator(job -> () -> DataScope.asSystem(job));
        }
        return bean;
    }
}
