package esop.workflow;

import esop.web.FieldError;
import java.util.List;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** What was filled in does not fit the form. Tasklist shows the message, with status 400; our own API names the fields. */
public class FormRefusedException extends FormFieldValidationException {

    private final transient List<FieldError> errors;

    public FormRefusedException(String message, List<FieldError> errors) {
        super(errors, message);
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
