package esop.workflow;

import esop.identity.CurrentPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the engine work in the name of the signed-on person during a request to our own API, which has its own rules; the engine's rules
 * are for its web apps, which sign on by themselves.
 */
@Component
class EngineSignOn extends OncePerRequestFilter {

    private final CurrentPerson currentPerson;
    private final IdentityService identity;

    EngineSignOn(CurrentPerson currentPerson, IdentityService identity) {
        this.currentPerson = currentPerson;
        this.identity = identity;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = currentPerson.find();
        if (person.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        identity.setAuthentication(person.get().id(), Permissions.OF_OUR_API);
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
