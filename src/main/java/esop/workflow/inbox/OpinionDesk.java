package esop.workflow.inbox;

import esop.identity.Person;
import esop.workflow.form.TaskForms.TaskForm;
import java.util.Map;

/** Opinions lie in the inbox as tasks do and are given on the same screen; the engine knows nothing of them. */
public interface OpinionDesk {

    TaskForm form(Task entry);

    void give(Task entry, Person person, Map<String, Object> data);
}
