package esop.web;

import java.util.List;
import java.util.Map;

/** Somebody else was quicker, or the state forbids it: 409 with what has changed. */
public class ConflictException extends RuntimeException {

    private final transient List<FieldError> errors;
    private final transient Map<String, ?> properties;

    public ConflictException(String detail) {
        this(detail, List.of());
    }

    public ConflictException(String detail, List<FieldError> errors) {
        this(detail, errors, Map.of());
    }

    /** @param properties more facts for the caller, beside the detail, for example {@code claimedBy} */
    public ConflictException(String detail, Map<String, ?> properties) {
        this(detail, List.of(), properties);
    }

    private ConflictException(String detail, List<FieldError> errors, Map<String, ?> properties) {
        super(detail);
        this.errors = List.copyOf(errors);
        this.properties = Map.copyOf(properties);
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, ?> properties() {
        return properties;
    }
}
