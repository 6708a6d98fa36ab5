package esop.workflow.tasklist;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever is signed on to ESOP is signed on to the engine's web apps, with the groups of this moment: a role taken away counts
 * at the next click here too.
 */
class TasklistSignOn extends OncePerRequestFilter {

    private final CurrentPerson currentPerson;
    private final ProcessEngine engine;

    TasklistSignOn(CurrentPerson currentPerson, ProcessEngine engine) {
        this.currentPerson = currentPerson;
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        currentPerson.find().ifPresent(person -> signOn(person, request.getSession()));
        chain.doFilter(request, response);
    }

    private void signOn(Person person, HttpSession session) {
        var signedOn = AuthenticationUtil.getAuthsFromSession(session);
        var known = signedOn.getAuthenticationForProcessEngine(engine.getName());
        var now = authentication(person);
        if (known == null || !same(known, now)) {
            signedOn.addOrReplace(now);
            AuthenticationUtil.updateSession(session, signedOn);
        }
    }

    private UserAuthentication authentication(Person person) {
        var groups = new ArrayList<>(person.groups());
        if (person.hasRole("admin")) {
            groups.add(Groups.CAMUNDA_ADMIN);
        }
        var authentication = new UserAuthentication(person.id(), engine.getName());
        authentication.setGroupIds(groups);
        authentication.setTenantIds(List.of());
        authentication.setAuthorizedApps(
                person.hasRole("admin") ? Set.of("tasklist", "cockpit", "admin", "welcome") : Set.of("tasklist"));
        return authentication;
    }

    private static boolean same(Authentication known, UserAuthentication now) {
        return known instanceof UserAuthentication user
                && user.getIdentityId().equals(now.getIdentityId())
                && user.getGroupIds().equals(now.getGroupIds());
    }
}
