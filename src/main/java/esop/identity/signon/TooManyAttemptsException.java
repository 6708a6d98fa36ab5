package esop.identity.signon;

import esop.web.Texts;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords, or too many people at once: 429, and when to come again. */
final class TooManyAttemptsException extends AuthenticationException {

    private final Duration wait;

    private TooManyAttemptsException(String text, Duration wait) {
        super(Texts.get(text, wait.toSeconds()));
        this.wait = wait;
    }

    static TooManyAttemptsException wrongPasswords(Duration wait) {
        return new TooManyAttemptsException("identity.wait", wait);
    }

    static TooManyAttemptsException crowd(Duration wait) {
        return new TooManyAttemptsException("identity.busy", wait);
    }

    Duration waitFor() {
        return wait;
    }
}
