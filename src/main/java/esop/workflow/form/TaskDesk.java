package esop.workflow.form;

/** What the inbox has to say to what people do in the engine's own Tasklist, which knows nothing of the inbox. */
public interface TaskDesk {

    /** @throws NotYetException with the table's reason where the step does not allow it */
    void claimed(String taskId);

    /** @throws NotYetException with the table's reason where whoever completes it has decided on another level of it */
    void decides(String taskId);

    /** @throws NotYetException with the table's reason where the step does not allow it */
    void givenBack(String taskId);
}
