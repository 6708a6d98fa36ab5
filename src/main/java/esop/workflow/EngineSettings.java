package esop.workflow;

import esop.workflow.form.CheckedFormService;
import esop.workflow.form.CheckedTaskService;
import esop.workflow.form.CompletionGate;
import esop.workflow.form.TaskDesk;
import esop.workflow.form.TaskForms;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What application.yml cannot say about the engine. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ListableBeanFactory beans;
    private final DecisionTrace trace;
    private final List<BpmnParseListener> listeners;
    private final List<SessionFactory> sessions;
    private final TaskForms forms;
    private final CompletionGate gate;
    private final TaskDesk desk;

    /**
     * @param desk lazy, because it needs the engine
     * @param clock must be right before the engine is there
     */
    EngineSettings(
            ListableBeanFactory beans,
            DecisionTrace trace,
            List<BpmnParseListener> listeners,
            List<SessionFactory> sessions,
            TaskForms forms,
            CompletionGate gate,
            @Lazy TaskDesk desk,
            EngineClock clock) {
        this.beans = beans;
        this.trace = trace;
        this.listeners = listeners;
        this.sessions = sessions;
        this.forms = forms;
        this.gate = gate;
        this.desk = desk;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var delegates = new DelegateBeans(beans);
        engine.setBeans(delegates);
        engine.setExpressionManager(new ModelExpressions(delegates));
        engine.setDmnEngineConfiguration(tables());
        engine.setCustomSessionFactories(sessions);
        engine.setCustomHistoryLevels(List.of(new StepHistory()));
        engine.setHistoryEventProducer(new StepEvents());
        engine.setHistoryEventHandler(new StepHistory.Writer());
        engine.setTaskService(new CheckedTaskService(forms, gate, desk));
        engine.setFormService(new CheckedFormService(forms, gate, desk));
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPostBPMNParseListeners().addAll(listeners);
    }

    private DefaultDmnEngineConfiguration tables() {
        var tables = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(CachedFeelEngine::new);
        tables.getCustomPostDecisionTableEvaluationListeners().add(trace);
        return tables;
    }
}
