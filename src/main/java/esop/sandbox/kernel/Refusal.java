package esop.sandbox.kernel;

/** The system says no, in the shape of a TMF error; whatever the request had begun is undone. */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String code;

    public Refusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Refusal unknown(String what, String id) {
        return new Refusal(404, "notFound", what + " " + id + " is not known here");
    }

    public static Refusal notPossible(String message) {
        return new Refusal(409, "notPossible", message);
    }

    public static Refusal unprocessable(String message) {
        return new Refusal(422, "unprocessable", message);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
