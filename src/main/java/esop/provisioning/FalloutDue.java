package esop.provisioning;

import esop.workflow.TaskDueMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A fallout is due when the task of its resolution is. */
@Component
class FalloutDue {

    private final FalloutRepository fallouts;

    FalloutDue(FalloutRepository fallouts) {
        this.fallouts = fallouts;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(TaskDueMoved moved) {
        if (moved.activity().equals(FalloutProcess.TASK) && moved.businessKey() != null) {
            fallouts.dueAt(moved.businessKey(), moved.due());
        }
    }
}
