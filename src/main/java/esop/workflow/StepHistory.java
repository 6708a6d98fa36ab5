package esop.workflow;

import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.ACTIVITY_INSTANCE_END;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.ACTIVITY_INSTANCE_START;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.PROCESS_INSTANCE_END;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.PROCESS_INSTANCE_MIGRATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.PROCESS_INSTANCE_START;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.PROCESS_INSTANCE_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.TASK_INSTANCE_CREATE;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of the engine's history what somebody reads: which instances there were and which steps they went (ADR 19). Tasks, variables and
 * who did what are in tables of our own.
 */
final class StepHistory extends AbstractHistoryLevel {

    static final String NAME = "steps";

    private static final Set<HistoryEventType> KEPT = Set.of(
            PROCESS_INSTANCE_START,
            PROCESS_INSTANCE_UPDATE,
            PROCESS_INSTANCE_MIGRATE,
            PROCESS_INSTANCE_END,
            ACTIVITY_INSTANCE_START,
            ACTIVITY_INSTANCE_UPDATE,
            ACTIVITY_INSTANCE_MIGRATE,
            ACTIVITY_INSTANCE_END);

    /** V077 tells it to databases that knew another level. */
    @Override
    public int getId() {
        return 77;
    }

    @Override
    public String getName() {
        return NAME;
    }

    /** Asked without a task, while a model is read, it is about whether a step knows its task: whoever takes a step back looks for it by that. */
    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return KEPT.contains(type) || type == TASK_INSTANCE_CREATE && entity == null;
    }

    /** Without reading first when something began, only to write down how long it took, and without what concerns a step's task. */
    static final class Writer extends DbHistoryEventHandler {

        @Override
        protected void insertOrUpdate(HistoryEvent event) {
            if (isInitialEvent(event)) {
                getDbEntityManager().insert(event);
            } else if (getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null
                    && !isOfTask(event)) {
                getDbEntityManager().merge(event);
            }
        }

        private static boolean isOfTask(HistoryEvent event) {
            return event.isEventOfType(ACTIVITY_INSTANCE_UPDATE)
                    && event instanceof HistoricActivityInstanceEventEntity step
                    && step.getCalledProcessInstanceId() == null;
        }
    }
}
