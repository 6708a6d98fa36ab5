package esop.web;

/** There is no such thing, or it is another city's, which must look the same: 404. */
public class UnknownException extends RuntimeException {

    public UnknownException(String detail) {
        super(detail);
    }
}
