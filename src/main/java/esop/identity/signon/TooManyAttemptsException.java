package esop.identity.signon;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords: 429, and when to come again. */
final class TooManyAttemptsException extends AuthenticationException {

    private final Duration wait;

    TooManyAttemptsException(Duration wait) {
        super("too many wrong passwords");
        this.wait = wait;
    }

    Duration waitFor() {
        return wait;
    }
}
