package esop.web;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** The words for a status that came without any. */
final class ProblemKind {

    private ProblemKind() {}

    static ProblemDetail of(HttpStatusCode status) {
        var kind = switch (status.value()) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "unknown";
            case 405 -> "method";
            case 406 -> "not-acceptable";
            case 409 -> "conflict";
            case 413 -> "too-large";
            case 415 -> "media-type";
            case 422 -> "invalid";
            case 429 -> "too-many";
            case 503 -> "unavailable";
            default -> status.is5xxServerError() ? "unexpected" : "bad-request";
        };
        return Problems.of(status, kind, Texts.get("web.detail." + kind));
    }
}
