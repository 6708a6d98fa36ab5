package esop.identity;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

@Component
class SignedOnPerson implements CurrentPerson {

    @Override
    public Optional<Person> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Rights rights
                ? Optional.of(rights.person())
                : Optional.empty();
    }

    @Override
    public Person get() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed on"));
    }
}
