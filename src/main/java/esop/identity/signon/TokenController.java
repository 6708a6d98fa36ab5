package esop.identity.signon;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import esop.identity.CurrentRights;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Credentials for other systems and for scripts. */
@RestController
class TokenController {

    private final PasswordSignOn signOn;
    private final Credentials credentials;
    private final CurrentRights rights;
    private final ECKey key;

    TokenController(PasswordSignOn signOn, Credentials credentials, CurrentRights rights, ECKey key) {
        this.signOn = signOn;
        this.credentials = credentials;
        this.rights = rights;
        this.key = key;
    }

    /** A signed credential (ESOP 7.1.2.3), good on every node until it expires or the rights of its person change. */
    @PostMapping("/api/auth/token")
    ResponseEntity<Credentials.Credential> token(
            @Valid @RequestBody NameAndPassword typed, HttpServletRequest request) {
        var signedOn = signOn.forCredential(typed.username(), typed.password(), request.getRemoteAddr());
        var credential = rights.of(signedOn.getPrincipal())
                .map(now -> credentials.issue(now, signedOn.at()))
                .orElseThrow(() -> new BadCredentialsException("disabled meanwhile"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(credential);
    }

    /** The public key, for systems that check the signature themselves: a JSON Web Key Set. */
    @GetMapping("/api/auth/keys")
    Map<String, Object> keys() {
        return new JWKSet(key.toPublicJWK()).toJSONObject();
    }

    record NameAndPassword(
            @NotBlank String username, @NotBlank String password) {

        @Override
        public String toString() {
            return username;
        }
    }
}
