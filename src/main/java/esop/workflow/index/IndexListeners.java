package esop.workflow.index;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Hangs our indexes of instances and tasks onto every model, in the engine's own transactions, without a word in the model. */
@Component
class IndexListeners extends AbstractBpmnParseListener {

    private final InstanceIndex instances;
    private final TaskIndex tasks;

    IndexListeners(InstanceIndex instances, TaskIndex tasks) {
        this.instances = instances;
        this.tasks = tasks;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        var nameEn = EnglishName.of(element);
        process.setProperty("en", nameEn);
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                execution -> instances.started(execution, nameEn));
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) instances::ended);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var nameEn = EnglishName.of(element);
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, opened -> tasks.created(opened, nameEn));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, tasks::changed);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, done -> tasks.closed(done, "completed"));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, gone -> tasks.closed(gone, "cancelled"));
    }
}
