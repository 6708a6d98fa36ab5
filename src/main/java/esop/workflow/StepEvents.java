package esop.workflow;

import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** What history writes of an event's definition and of the day its family is removed is known; the engine would read both in each transaction. */
final class StepEvents extends CacheAwareHistoryEventProducer {

    private static final int MOST = 10_000;

    /** By the topmost instance; set at its start, and never again. */
    private final Map<String, Date> removals = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Date> eldest) {
            return size() > MOST;
        }
    });

    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
    }

    @Override
    protected void provideRemovalTime(HistoryEvent event) {
        var root = event.getRootProcessInstanceId();
        var known = root == null ? null : removals.get(root);
        if (known != null) {
            event.setRemovalTime(known);
            return;
        }
        super.provideRemovalTime(event);
        if (root != null && event.getRemovalTime() != null) {
            removals.put(root, event.getRemovalTime());
        }
    }
}
