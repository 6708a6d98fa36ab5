package esop.identity;

import java.util.function.Supplier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets a background worker do what somebody asked for, with the rights they have at that moment. */
@Component
public class OnBehalf {

    private final CurrentRights currentRights;

    OnBehalf(CurrentRights currentRights) {
        this.currentRights = currentRights;
    }

    /** @throws AccessDeniedException for somebody who no longer works here */
    public <T> T of(String person, Supplier<T> work) {
        var rights = currentRights.of(person).orElseThrow(() -> new AccessDeniedException(person + " has no rights"));
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                rights,
                null,
                AuthorityUtils.createAuthorityList(rights.authorities().toArray(String[]::new))));
        try {
            SecurityContextHolder.setContext(context);
            return DataScope.of(rights.person().cities(), work);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
