package esop.workflow.action;

import esop.web.ConflictException;
import esop.web.Texts;
import esop.workflow.inbox.Task;

/** An opinion is asked of one person and given by that person. */
final class OpinionEntries {

    private OpinionEntries() {}

    static void refuse(Task task) {
        if (task.isOpinion()) {
            throw new ConflictException(Texts.get("workflow.action.opinion-is-yours"));
        }
    }
}
