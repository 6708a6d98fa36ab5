package esop.systems.callbacks;

import esop.systems.SystemsSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a callback comes from who it says, and is not an old one sent once more. */
@Component
class CallbackSignature {

    private static final String DEMO_SECRET = "esop-demo-secret-";

    private final SystemsSettings settings;
    private final CallbackSettings callbacks;
    private final Clock clock;

    CallbackSignature(SystemsSettings settings, CallbackSettings callbacks, Clock clock) {
        this.settings = settings;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** Why it is not believed, or nothing where it is. */
    Optional<String> doubt(String system, @Nullable String timestamp, @Nullable String signature, byte[] body) {
        var secret = secret(system);
        if (secret.isEmpty()) {
            return Optional.of("no-secret");
        }
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
            return Optional.of("unsigned");
        }
        var expected = sign(secret.get(), timestamp, body);
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8))) {
            return Optional.of("bad-signature");
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                .abs();
        return age.compareTo(callbacks.tolerance()) > 0 ? Optional.of("too-old") : Optional.empty();
    }

    /** Everybody knows the demo secret, so it counts only where the demo province lives. */
    private Optional<String> secret(String system) {
        return Optional.ofNullable(settings.of(system).secret())
                .filter(secret -> !secret.isBlank())
                .or(() -> settings.demo() ? Optional.of(DEMO_SECRET + system) : Optional.empty());
    }

    private static String sign(String secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
