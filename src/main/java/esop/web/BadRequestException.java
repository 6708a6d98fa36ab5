package esop.web;

import java.util.List;

/** A parameter or field cannot be understood at all: 400. */
public class BadRequestException extends RuntimeException {

    private final transient List<FieldError> errors;

    public BadRequestException(String field, String message) {
        this(message, List.of(new FieldError(field, message)));
    }

    public BadRequestException(String detail, List<FieldError> errors) {
        super(detail);
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
