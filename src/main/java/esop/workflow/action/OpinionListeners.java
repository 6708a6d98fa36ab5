package esop.workflow.action;

import esop.workflow.WorkingTime;
import esop.workflow.live.Broadcast;
import esop.workflow.notice.Notices;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a task ends, what was to be said before it lapses, and what is to be said after it is asked. */
@Component
class OpinionListeners extends AbstractBpmnParseListener {

    private final JdbcClient jdbc;
    private final WorkingTime workingTime;
    private final Notices notices;
    private final Broadcast updates;
    private final Clock clock;

    OpinionListeners(JdbcClient jdbc, WorkingTime workingTime, Notices notices, Broadcast updates, Clock clock) {
        this.jdbc = jdbc;
        this.workingTime = workingTime;
        this.notices = notices;
        this.updates = updates;
        this.clock = clock;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, done -> ended(done.getId(), true));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, gone -> ended(gone.getId(), false));
    }

    private void ended(String taskId, boolean completed) {
        jdbc.sql("SELECT opinion_id, person, answer_within, city FROM workflow.waiting_opinions(:task, :completed)")
                .param("task", taskId)
                .param("completed", completed)
                .query(Waiting.class)
                .list()
                .forEach(this::ask);
    }

    private void ask(Waiting waiting) {
        jdbc.sql("SELECT workflow.open_opinion(:id, :due)")
                .param("id", waiting.opinionId())
                .param(
                        "due",
                        workingTime
                                .plus(clock.instant(), waiting.answerWithin())
                                .atOffset(ZoneOffset.UTC))
                .query((row, number) -> number)
                .list();
        notices.tell(waiting.person(), "opinion-asked", waiting.opinionId(), waiting.city(), null);
        updates.taskChanged(waiting.opinionId(), "created", waiting.city(), List.of(), waiting.person());
    }

    record Waiting(String opinionId, String person, String answerWithin, String city) {}
}
