package esop.identity.signon;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Remembers whose signature was found good, which costs as much as the rest of a request; its claims are looked at each time. */
final class VerifiedCredentials implements JwtDecoder {

    private static final int MOST = 1_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Map<String, Jwt> verified = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Jwt> eldest) {
            return size() > MOST;
        }
    });

    VerifiedCredentials(JwtDecoder decoder, OAuth2TokenValidator<Jwt> validator) {
        this.decoder = decoder;
        this.validator = validator;
    }

    @Override
    public Jwt decode(String token) {
        var known = verified.get(token);
        if (known != null && !validator.validate(known).hasErrors()) {
            return known;
        }
        verified.remove(token);
        var fresh = decoder.decode(token);
        verified.put(token, fresh);
        return fresh;
    }
}
