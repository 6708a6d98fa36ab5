package esop.web;

import java.util.List;

/** Somebody else was quicker, or the state forbids it: 409 with what has changed. */
public class ConflictException extends RuntimeException {

    private final transient List<FieldError> errors;

    public ConflictException(String detail) {
        this(detail, List.of());
    }

    public ConflictException(String detail, List<FieldError> errors) {
        super(detail);
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
