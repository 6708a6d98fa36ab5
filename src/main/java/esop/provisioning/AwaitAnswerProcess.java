package esop.provisioning;

import esop.provisioning.StepRequests.Asked;
import esop.systems.Step;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.stereotype.Component;

/** What the application tells {@code await-answer.bpmn}; its business key is the key of the step. */
@Component
class AwaitAnswerProcess {

    static final String KEY = "await-answer";
    static final String ANSWERED = "StepAnswered";

    private final RuntimeService engine;

    AwaitAnswerProcess(RuntimeService engine) {
        this.engine = engine;
    }

    /** The facts of the step that a process is to wait for next, as its call of {@code await-answer} hands them on. */
    static void await(VariableScope execution, Asked asked) {
        execution.setVariable("stepKey", asked.step().key());
        execution.setVariable("system", asked.system());
        execution.setVariable("step", asked.step().name());
        execution.setVariable("proofAsked", asked.proofAsked());
    }

    /** The same, of something to be stopped: a partner's people are asked in another process than systems. */
    static void awaitStop(VariableScope execution, Asked asked) {
        await(execution, asked);
        execution.setVariable("answeredBy", asked.system().equals(Partner.PEOPLE) ? "partner-stop" : KEY);
    }

    /**
     * Wakes who waits for it, as a correlation would that is exclusive, but that would look for him a second time. Where nobody waits yet,
     * the process looks at the step's state before it does.
     */
    void answered(Step step) {
        engine.createExecutionQuery()
                .processInstanceBusinessKey(step.key())
                .messageEventSubscriptionName(ANSWERED)
                .list()
                .forEach(waiting -> commands()
                        .execute(new MessageEventReceivedCmd(ANSWERED, waiting.getId(), null, null, null, true)));
    }

    private CommandExecutor commands() {
        return ((ServiceImpl) engine).getCommandExecutor();
    }
}
