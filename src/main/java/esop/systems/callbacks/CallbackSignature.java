package esop.systems.callbacks;

import esop.systems.SystemsSettings;
import esop.systems.calls.Signature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a callback comes from who it says, and is not an old one sent once more. */
@Component
class CallbackSignature {

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
        var secret = settings.secretOf(system);
        if (secret.isEmpty()) {
            return Optional.of("no-secret");
        }
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
            return Optional.of("unsigned");
        }
        var expected = Signature.of(secret.get(), timestamp, body);
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8))) {
            return Optional.of("bad-signature");
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                .abs();
        return age.compareTo(callbacks.tolerance()) > 0 ? Optional.of("too-old") : Optional.empty();
    }
}
