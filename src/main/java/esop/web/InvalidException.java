package esop.web;

import java.util.List;

/** The request is well-formed, but what it asks for cannot be: 422 with the fields named. */
public class InvalidException extends RuntimeException {

    private final transient List<FieldError> errors;

    public InvalidException(String detail, List<FieldError> errors) {
        super(detail);
        this.errors = List.copyOf(errors);
    }

    public InvalidException(String field, String message) {
        this(message, List.of(new FieldError(field, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
