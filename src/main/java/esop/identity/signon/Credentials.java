package esop.identity.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import esop.identity.IdentitySettings;
import esop.identity.Rights;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The signed credential of ESOP 7.1.2.3: user tag ({@code sub}), validity ({@code iat}, {@code exp}), how and when
 * authenticated ({@code amr}, {@code auth_time}), identity ({@code name}, {@code org}) and rights ({@code cities},
 * {@code roles}, their version {@code rv}).
 */
@Component
class Credentials {

    static final String ISSUER = "esop";
    static final String AUDIENCE = "esop-api";
    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final ECKey key;
    private final IdentitySettings settings;
    private final Clock clock;

    Credentials(ECKey key, IdentitySettings settings, Clock clock) {
        this.key = key;
        this.settings = settings;
        this.clock = clock;
    }

    Credential issue(Rights rights, Instant authenticated) {
        var now = clock.instant();
        var person = rights.person();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(person.id())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.credentialValidity())))
                .claim("auth_time", authenticated.getEpochSecond())
                .claim("amr", List.of("pwd"))
                .claim("name", person.name())
                .claim("org", person.organization())
                .claim("cities", List.copyOf(person.cities()))
                .claim("roles", List.copyOf(person.roles()))
                .claim("rv", rights.version())
                .build();
        var header = new JWSHeader.Builder(ALGORITHM)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        var credential = new SignedJWT(header, claims);
        try {
            credential.sign(new ECDSASigner(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException("the credential cannot be signed", failure);
        }
        return new Credential(
                credential.serialize(), "Bearer", settings.credentialValidity().toSeconds());
    }

    /** @param expiresIn seconds */
    record Credential(String accessToken, String tokenType, long expiresIn) {}
}
