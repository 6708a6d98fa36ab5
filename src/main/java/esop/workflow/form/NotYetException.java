package esop.workflow.form;

import org.camunda.bpm.engine.BadUserRequestException;

/** The task cannot be completed yet. Tasklist shows the message, with status 400; our own API answers 409. */
public class NotYetException extends BadUserRequestException {

    public NotYetException(String message) {
        super(message);
    }
}
