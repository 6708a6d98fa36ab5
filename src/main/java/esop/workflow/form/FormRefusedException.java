package esop.workflow.form;

import esop.web.FieldError;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;

/** What was filled in does not fit the form. Tasklist shows the message; our own API names the fields. */
public class FormRefusedException extends BadUserRequestException {

    private final transient List<FieldError> errors;

    FormRefusedException(String message, List<FieldError> errors) {
        super(message);
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
