package esop.systems;

/** A backing system did not answer a read in time, or its breaker is open: 503 for the person who asked. */
public class SystemUnavailableException extends RuntimeException {

    private final String system;

    public SystemUnavailableException(String system, Throwable cause) {
        super(system + " does not answer", cause);
        this.system = system;
    }

    public String system() {
        return system;
    }
}
