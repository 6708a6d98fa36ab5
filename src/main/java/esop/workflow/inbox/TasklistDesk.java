package esop.workflow.inbox;

import esop.web.ConflictException;
import esop.workflow.form.NotYetException;
import esop.workflow.form.TaskDesk;
import org.springframework.stereotype.Component;

@Component
class TasklistDesk implements TaskDesk {

    private final TaskAccess access;
    private final TaskRules rules;

    TasklistDesk(TaskAccess access, TaskRules rules) {
        this.access = access;
        this.rules = rules;
    }

    @Override
    public void claimed(String taskId) {
        require(taskId, TaskAction.CLAIM);
    }

    @Override
    public void givenBack(String taskId) {
        require(taskId, TaskAction.UNCLAIM);
    }

    private void require(String taskId, TaskAction action) {
        try {
            access.within(person -> rules.require(access.visible(taskId, person), person, action));
        } catch (ConflictException refused) {
            throw new NotYetException(refused.getMessage());
        }
    }
}
