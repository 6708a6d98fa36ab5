package esop.workflow;

import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** What application.yml cannot say about the engine. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ListableBeanFactory beans;
    private final DecisionTrace trace;

    EngineSettings(ListableBeanFactory beans, DecisionTrace trace) {
        this.beans = beans;
        this.trace = trace;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var delegates = new DelegateBeans(beans);
        engine.setBeans(delegates);
        engine.setExpressionManager(new ModelExpressions(delegates));
        engine.setDmnEngineConfiguration(tables());
    }

    private DefaultDmnEngineConfiguration tables() {
        var tables = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(CachedFeelEngine::new);
        tables.getCustomPostDecisionTableEvaluationListeners().add(trace);
        return tables;
    }
}
