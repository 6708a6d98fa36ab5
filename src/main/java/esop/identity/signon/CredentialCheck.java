package esop.identity.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** One algorithm, one key, one type, one audience: nothing in a credential's header can choose another. */
@Configuration(proxyBeanMethods = false)
class CredentialCheck {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    @Bean
    JwtDecoder credentialDecoder(ECKey key, Clock clock) throws JOSEException {
        var publicKey = List.of(key.toECPublicKey());
        JWSKeySelector<SecurityContext> onlyOurs =
                (header, context) -> Credentials.ALGORITHM.equals(header.getAlgorithm())
                                && key.getKeyID().equals(header.getKeyID())
                        ? publicKey
                        : List.of();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(Credentials.TYPE));
        processor.setJWSKeySelector(onlyOurs);
        // The validators below look at the claims.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var timestamps = new JwtTimestampValidator(CLOCKS_DIFFER);
        timestamps.setClock(clock);
        var decoder = new NimbusJwtDecoder(processor);
        var validator = new DelegatingOAuth2TokenValidator<>(
                timestamps,
                new JwtIssuerValidator(Credentials.ISSUER),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(Credentials.AUDIENCE)),
                new JwtClaimValidator<Object>("exp", Objects::nonNull),
                new JwtClaimValidator<Object>("sub", Objects::nonNull),
                new JwtClaimValidator<Object>("rv", version -> version instanceof Number));
        decoder.setJwtValidator(validator);
        return new VerifiedCredentials(decoder, validator);
    }
}
