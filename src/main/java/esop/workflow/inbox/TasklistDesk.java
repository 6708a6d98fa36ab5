package esop.workflow.inbox;

import esop.web.ConflictException;
import esop.workflow.form.NotYetException;
import esop.workflow.form.TaskDesk;
import org.springframework.stereotype.Component;

@Component
class TasklistDesk implements TaskDesk {

    private final TaskAccess access;
    private final TaskRules rules;
    private final EarlierVoters voters;

    TasklistDesk(TaskAccess access, TaskRules rules, EarlierVoters voters) {
        this.access = access;
        this.rules = rules;
        this.voters = voters;
    }

    @Override
    public void claimed(String taskId) {
        require(taskId, TaskAction.CLAIM);
        decides(taskId);
    }

    @Override
    public void decides(String taskId) {
        refusing(() -> access.within(person -> {
            var task = access.visible(taskId, person);
            voters.check(task, person, access.principal(task, person));
            return task;
        }));
    }

    @Override
    public void givenBack(String taskId) {
        require(taskId, TaskAction.UNCLAIM);
    }

    private void require(String taskId, TaskAction action) {
        refusing(() -> access.within(person -> rules.require(access.visible(taskId, person), person, action)));
    }

    private static void refusing(Runnable check) {
        try {
            check.run();
        } catch (ConflictException refused) {
            throw new NotYetException(refused.getMessage());
        }
    }
}
