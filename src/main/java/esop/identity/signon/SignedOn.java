package esop.identity.signon;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What a session keeps: who proved when to be somebody. Rights are not in it; they are looked up at each request. */
final class SignedOn extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    private final String id;
    private final Instant at;

    SignedOn(String id, Instant at) {
        super(List.of());
        this.id = id;
        this.at = at;
        setAuthenticated(true);
    }

    Instant at() {
        return at;
    }

    @Override
    public String getPrincipal() {
        return id;
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
