package esop.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.stereotype.Component;

/**
 * Says in one form what went wrong: {@code application/problem+json} with type, title, status, detail and {@code errors[]}.
 * Title and detail speak the language of the request. Where TM Forum's APIs are spoken, {@link TmfError} says the same in their form.
 */
@Component
public class Problems {

    private final ObjectMapper json = Jackson2ObjectMapperBuilder.json().build();

    /**
     * @param kind last word of the type, for example {@code unknown}; its title is the text {@code web.problem.<kind>}
     */
    public static ProblemDetail of(HttpStatusCode status, String kind, String detail, List<FieldError> errors) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:esop:problem:" + kind));
        problem.setTitle(Texts.get("web.problem." + kind));
        problem.setProperty("errors", errors);
        return problem;
    }

    public static ProblemDetail of(HttpStatusCode status, String kind, String detail) {
        return of(status, kind, detail, List.of());
    }

    /** For whoever would have to wait too long: 503, and when to come again. */
    void busy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        write(request, response, of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", Texts.get("web.busy")));
    }

    /** For filters, which have no dispatcher to write their answers. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        var tmf = TmfError.isSpokenAt(request);
        response.setStatus(problem.getStatus());
        response.setContentType(tmf ? MediaType.APPLICATION_JSON_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        json.writeValue(response.getOutputStream(), tmf ? TmfError.of(problem) : problem);
    }
}
