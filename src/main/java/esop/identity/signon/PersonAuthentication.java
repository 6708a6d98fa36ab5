package esop.identity.signon;

import esop.identity.Rights;
import java.io.Serial;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** The person of one request with the rights of this moment; never kept. */
final class PersonAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Rights rights;

    PersonAuthentication(Rights rights) {
        super(AuthorityUtils.createAuthorityList(rights.authorities()));
        this.rights = rights;
        setAuthenticated(true);
    }

    @Override
    public Rights getPrincipal() {
        return rights;
    }

    @Override
    public String getName() {
        return rights.person().id();
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
