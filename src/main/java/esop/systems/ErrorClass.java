package esop.systems;

import java.util.Locale;

/**
 * Why a call has no effect, or none that we know of: the words that {@code resend_policy} and the decision {@code fallout-policy}
 * speak of, as {@link #code()} spells them.
 */
public enum ErrorClass {
    /** No complete answer within the system's time; it may have been applied. */
    TIMEOUT,
    /** No connection: it certainly did not arrive. */
    CONNECT,
    /** The connection broke before an answer; it may have been applied. */
    RESET,
    /** The answer ended in the middle; it may have been applied. */
    TRUNCATED,
    /** The answer is not what the interface promises: HTML, no JSON, an unknown state; it may have been applied. */
    GARBAGE,
    /** The answer is larger than one megabyte; it may have been applied. */
    TOO_LARGE,
    /** Answered with 500; it may have been applied. */
    HTTP_500,
    /** Answered with 502; it may have been applied. */
    HTTP_502,
    /** Answered with 503 without saying when to come again; it may have been applied. */
    HTTP_503,
    /** Answered with 504; it may have been applied. */
    HTTP_504,
    /** Answered with another 5xx; it may have been applied. */
    HTTP_5XX,
    /** 429, or 503 with {@code Retry-After}: tried again when the system said, without using up an attempt. */
    THROTTLED,
    /** 401 or 403: our credentials, not the request. */
    AUTH,
    /** The system understood and will not do it: 400, 404, 409, 422, or the state {@code rejected}. Final. */
    REFUSED,
    /** The system tried and could not: the state {@code failed}. Final. */
    FAILED,
    /** The system did a part of it: the state {@code partial}. Final, and a person must look. */
    PARTIAL,
    /** Asked for proof, the system has never heard of it. */
    NEVER_ARRIVED,
    /** Nobody can tell: the system offers neither a proof nor idempotency. */
    UNPROVABLE,
    /** ESOP itself could not say it; nothing was sent. */
    INTERNAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ErrorClass ofServerError(int status) {
        return switch (status) {
            case 500 -> HTTP_500;
            case 502 -> HTTP_502;
            case 503 -> HTTP_503;
            case 504 -> HTTP_504;
            default -> HTTP_5XX;
        };
    }
}
