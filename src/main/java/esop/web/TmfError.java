package esop.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ProblemDetail;

/**
 * A problem in TM Forum's words, for every address under {@value #PATH}.
 *
 * @param code last word of the problem's type, for example {@code unknown}
 * @param reason one for all problems of this code
 * @param message what is wrong this time, with each wrong field
 * @param status the HTTP status
 */
record TmfError(@JsonProperty("@type") String type, String code, String reason, String message, String status) {

    static final String PATH = "/tmf-api/";

    static TmfError of(ProblemDetail problem) {
        var kind = problem.getType().toString();
        var fields = Stream.ofNullable(problem.getProperties())
                .map(properties -> properties.get("errors"))
                .filter(List.class::isInstance)
                .flatMap(errors -> ((List<?>) errors).stream())
                .filter(FieldError.class::isInstance)
                .map(FieldError.class::cast)
                .map(error -> error.field() + ": " + error.message());
        return new TmfError(
                "Error",
                kind.substring(kind.lastIndexOf(':') + 1),
                String.valueOf(problem.getTitle()),
                Stream.concat(Stream.ofNullable(problem.getDetail()), fields)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("; ")),
                Integer.toString(problem.getStatus()));
    }

    /** Also where the container has forwarded the request to the page of errors. */
    static boolean isSpokenAt(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (original == null ? request.getRequestURI() : original.toString()).startsWith(PATH);
    }
}
