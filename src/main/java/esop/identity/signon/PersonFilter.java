package esop.identity.signon;

import esop.identity.CurrentRights;
import esop.identity.DataScope;
import esop.identity.Rights;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request the rights of this moment and the cities of its person; a disabled person's session ends here. */
class PersonFilter extends OncePerRequestFilter {

    private final CurrentRights currentRights;

    PersonFilter(CurrentRights currentRights) {
        this.currentRights = currentRights;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var rights = rights(request);
        try (var scope =
                DataScope.enter(rights.map(now -> now.person().cities()).orElse(Set.of()))) {
            chain.doFilter(request, response);
        }
    }

    private Optional<Rights> rights(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof PersonAuthentication person) {
            return Optional.of(person.getPrincipal());
        }
        if (!(authentication instanceof SignedOn signedOn)) {
            return Optional.empty();
        }
        var rights = currentRights.of(signedOn.getPrincipal());
        if (rights.isPresent()) {
            SecurityContextHolder.setContext(new SecurityContextImpl(new PersonAuthentication(rights.get())));
        } else {
            SecurityContextHolder.clearContext();
            Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
        }
        return rights;
    }
}
