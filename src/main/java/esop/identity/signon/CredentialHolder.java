package esop.identity.signon;

import esop.identity.CurrentRights;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/** From a valid credential to its person, unless the rights have changed since it was issued. */
@Component
class CredentialHolder implements Converter<Jwt, AbstractAuthenticationToken> {

    private final CurrentRights rights;

    CredentialHolder(CurrentRights rights) {
        this.rights = rights;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt credential) {
        return rights.of(credential.getSubject())
                .filter(now -> now.version() == ((Number) credential.getClaim("rv")).intValue())
                .map(PersonAuthentication::new)
                .orElseThrow(() -> new InvalidBearerTokenException("the rights have changed"));
    }
}
