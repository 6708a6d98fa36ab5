package esop.workflow;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/** Left alone, the engine looks for its tables before Flyway has made them. */
@Component
class EngineAfterMigration implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        beans.getBeanDefinition("processEngineFactoryBean").setDependsOn("flywayInitializer");
    }
}
