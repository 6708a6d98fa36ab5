package esop.identity.signon;

import esop.web.Problems;
import esop.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** What the strict firewall turns away: addresses that could be read in two ways, and methods nobody serves. */
@Component
class CrookedRequests implements RequestRejectedHandler {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Problems problems;

    CrookedRequests(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException reason)
            throws IOException {
        problems.write(
                request,
                response,
                METHODS.contains(request.getMethod())
                        ? Problems.of(HttpStatus.BAD_REQUEST, "bad-request", Texts.get("web.detail.bad-request"))
                        : Problems.of(HttpStatus.METHOD_NOT_ALLOWED, "method", Texts.get("web.detail.method")));
    }
}
