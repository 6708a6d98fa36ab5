package esop.identity.signon;

import esop.identity.SignOnLog;
import esop.web.Problems;
import esop.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What the doors say: pages are led to the login and back, everything else gets a status and a problem. */
@Component
class SignOnAnswers {

    private final Problems problems;
    private final SignOnLog log;

    SignOnAnswers(Problems problems, SignOnLog log) {
        this.problems = problems;
        this.log = log;
    }

    /** Nobody is signed on, where somebody must be. */
    void unauthorized(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (isPage(request) && request.getRequestURI().startsWith("/camunda/")) {
            response.sendRedirect(
                    "/app/login?back=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
            return;
        }
        if (failure instanceof TooManyAttemptsException wait) {
            response.setHeader("Retry-After", String.valueOf(wait.waitFor().toSeconds()));
        } else {
            response.setHeader(
                    "WWW-Authenticate",
                    failure instanceof OAuth2AuthenticationException ? "Bearer error=\"invalid_token\"" : "Bearer");
        }
        write(request, response, problem(failure));
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        var detail = failure instanceof CsrfException ? "identity.no-csrf-token" : "web.detail.forbidden";
        write(request, response, Problems.of(HttpStatus.FORBIDDEN, "forbidden", Texts.get(detail)));
    }

    void signedOn(HttpServletRequest request, HttpServletResponse response, Authentication person) throws IOException {
        var back = ReturnAddress.of(request.getParameter("back"));
        if (isPage(request)) {
            response.sendRedirect(back);
        } else {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        }
    }

    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (isPage(request)) {
            var reason = failure instanceof TooManyAttemptsException ? "wait" : "wrong";
            var back = URLEncoder.encode(ReturnAddress.of(request.getParameter("back")), StandardCharsets.UTF_8);
            response.sendRedirect("/app/login?refused=" + reason + "&back=" + back);
        } else {
            unauthorized(request, response, failure);
        }
    }

    void signedOff(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person)
            throws IOException {
        if (person != null) {
            log.signedOff(person.getName(), request.getRemoteAddr());
        }
        if (isPage(request)) {
            response.sendRedirect("/app/login");
        } else {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        }
    }

    private static ProblemDetail problem(AuthenticationException failure) {
        if (failure instanceof TooManyAttemptsException wait) {
            return Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many", wait.getMessage());
        }
        var detail = failure instanceof BadCredentialsException ? "identity.wrong-password" : "web.detail.unauthorized";
        return Problems.of(HttpStatus.UNAUTHORIZED, "unauthorized", Texts.get(detail));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        if (!request.getMethod().equals("HEAD")) {
            problems.write(request, response, problem);
        } else {
            response.setStatus(problem.getStatus());
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }
}
