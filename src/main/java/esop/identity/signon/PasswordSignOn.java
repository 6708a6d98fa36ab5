package esop.identity.signon;

import esop.identity.SignOnLog;
import java.time.Clock;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** One way in for the form and for credentials: throttled, logged, and saying no more than yes or no. */
@Component
class PasswordSignOn {

    private static final int LONGEST_NAME = 100;

    private final Throttle throttle;
    private final Passwords passwords;
    private final SignOnLog log;
    private final Clock clock;

    PasswordSignOn(Throttle throttle, Passwords passwords, SignOnLog log, Clock clock) {
        this.throttle = throttle;
        this.passwords = passwords;
        this.log = log;
        this.clock = clock;
    }

    SignedOn byForm(String name, String password, String address) {
        return signOn(name, password, address, "form", false);
    }

    SignedOn forCredential(String name, String password, String address) {
        return signOn(name, password, address, "token", true);
    }

    /** Whether somebody signed on knows their own password; who does not is one who guesses. */
    boolean knows(String name, String password, String address) {
        return isRight(name, password, address, true);
    }

    private SignedOn signOn(String typed, String password, String address, String how, boolean clientsToo) {
        var name = storable(typed);
        if (!isRight(name, password, address, clientsToo)) {
            throw new BadCredentialsException("wrong name or password");
        }
        log.signedOn(name, how, address);
        return new SignedOn(name, clock.instant());
    }

    private boolean isRight(String name, String password, String address, boolean clientsToo) {
        var right = throttle.attempt(name, address, () -> passwords.areRight(name, password, clientsToo));
        if (!right) {
            log.refused(name, address, throttle.failures(name, address));
        }
        return right;
    }

    private static String storable(String typed) {
        var name = typed.strip().replace("\0", "");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
