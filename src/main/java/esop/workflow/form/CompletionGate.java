package esop.workflow.form;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** What must have happened before a task may be completed, beside a form that fits; asked inside of the engine, whoever completes it. */
public interface CompletionGate {

    /** @throws NotYetException where something is still missing */
    void check(TaskEntity task);
}
