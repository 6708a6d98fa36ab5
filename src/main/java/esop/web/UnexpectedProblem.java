package esop.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** The last to be asked, after every module's own handlers: 500 without details, but with an id that is in the log. */
@Component
class UnexpectedProblem implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedProblem.class);
    /** What PostgreSQL says of a NUL, in a text and in JSON. */
    private static final Set<String> NOT_STORABLE = Set.of("22021", "22P05");

    private final Problems problems;

    UnexpectedProblem(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            // Spring Security's filter around the dispatcher knows what to answer.
            return null;
        }
        if (response.isCommitted()) {
            LOG.debug("{} {} ended early", request.getMethod(), request.getRequestURI(), failure);
            return new ModelAndView();
        }
        try {
            response.resetBuffer();
            problems.write(request, response, problem(request, failure));
        } catch (IOException gone) {
            LOG.debug("nobody waits for the answer", gone);
        }
        return new ModelAndView();
    }

    static ProblemDetail problem(HttpServletRequest request, Throwable failure) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
                && NOT_STORABLE.contains(sql.getSQLState())) {
            return Problems.of(HttpStatus.BAD_REQUEST, "bad-request", Texts.get("web.not-storable"));
        }
        var id = UUID.randomUUID().toString();
        LOG.error("{} {} failed, problem {}", request.getMethod(), request.getRequestURI(), id, failure);
        var problem = Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", Texts.get("web.detail.unexpected-with-id", id));
        problem.setProperty("id", id);
        return problem;
    }
}
