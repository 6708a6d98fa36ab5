package esop.identity.signon;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** The login form's name and password. */
@Component
class FormSignOn implements AuthenticationProvider {

    private final PasswordSignOn signOn;

    FormSignOn(PasswordSignOn signOn) {
        this.signOn = signOn;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var address = typed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return signOn.byForm(typed.getName(), String.valueOf(typed.getCredentials()), address);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
