package esop.identity.signon;

import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id; a check costs the same whether the name exists or not. */
@Component
public class Passwords {

    /** Each check takes 16 MB: whoever is let in at the door ({@link Throttle}) waits instead of eating the memory. */
    private static final int AT_ONCE = 4;

    private static final int LONGEST = 200;

    private final Argon2PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final String nobodysHash = argon2.encode("nobody");
    private final JdbcClient jdbc;

    Passwords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String hash(String password) {
        return argon2.encode(password);
    }

    /** True for the right password of an active account of this kind. */
    boolean areRight(String name, String password, boolean clientsToo) {
        var account = jdbc.sql("SELECT password_hash, active, kind FROM identity.person WHERE id = ?")
                .param(name)
                .query(Account.class)
                .optional();
        var right = matches(password, account.map(Account::passwordHash).orElse(nobodysHash));
        return right && account.filter(found -> found.mayUse(clientsToo)).isPresent();
    }

    private boolean matches(String password, String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        turns.acquireUninterruptibly();
        try {
            return argon2.matches(password, hash);
        } finally {
            turns.release();
        }
    }

    private record Account(String passwordHash, boolean active, String kind) {

        private boolean mayUse(boolean clientsToo) {
            return active && (clientsToo || !kind.equals("client"));
        }
    }
}
