package esop.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A list as a file holds its connection to the database for as long as its reader likes: only so many at once, and so many of one person. */
@Component
@Order(IdempotencyFilter.AFTER_SECURITY)
class ExportBound extends OncePerRequestFilter {

    private final WebSettings settings;
    private final Problems problems;
    private final Map<String, Integer> underWay = new HashMap<>();

    ExportBound(WebSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getUserPrincipal() == null || !request.getServletPath().endsWith("/export");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = request.getUserPrincipal().getName();
        if (!begin(person)) {
            problems.busy(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            end(person);
        }
    }

    private synchronized boolean begin(String person) {
        var all = underWay.values().stream().mapToInt(Integer::intValue).sum();
        var own = underWay.getOrDefault(person, 0);
        if (all >= settings.exportsAtOnce() || own >= settings.exportsOfOnePerson()) {
            return false;
        }
        underWay.put(person, own + 1);
        return true;
    }

    private synchronized void end(String person) {
        underWay.computeIfPresent(person, (who, count) -> count == 1 ? null : count - 1);
    }
}
