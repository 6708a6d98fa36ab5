package esop.identity.signon;

import esop.identity.IdentitySettings;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets whoever guesses passwords wait, longer each time, counted per name and address: the right person elsewhere, and
 * everybody else at this address, notice nothing. Attempts during the wait are refused unseen and do not prolong it.
 */
@Component
class Throttle {

    private final JdbcClient jdbc;
    private final IdentitySettings settings;
    /** Attempts with one name from one address take turns, or a thousand at once would all be the first. */
    private final Lock[] turns = Stream.generate(ReentrantLock::new).limit(256).toArray(Lock[]::new);

    Throttle(JdbcClient jdbc, IdentitySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @throws TooManyAttemptsException when this name has to wait at this address */
    boolean attempt(String name, String address, BooleanSupplier check) {
        var turn = turns[Math.floorMod(31 * name.hashCode() + address.hashCode(), turns.length)];
        turn.lock();
        try {
            refuseWhoMustWait(name, address);
            var right = check.getAsBoolean();
            if (right) {
                forget(name, address);
            } else {
                count(name, address);
            }
            return right;
        } finally {
            turn.unlock();
        }
    }

    int failures(String name, String address) {
        return jdbc.sql("SELECT failures FROM identity.sign_on_failure WHERE name = ? AND address = ?")
                .params(name, address)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void purge() {
        jdbc.sql("DELETE FROM identity.sign_on_failure WHERE last_at < now() - :forgotten::interval")
                .param("forgotten", settings.failuresForgotten().toString())
                .update();
    }

    private void refuseWhoMustWait(String name, String address) {
        jdbc.sql("""
                        SELECT ceil(extract(epoch FROM blocked_until - now()))::int
                        FROM identity.sign_on_failure
                        WHERE name = ? AND address = ? AND blocked_until > now()
                        """).params(name, address).query(Integer.class).optional().ifPresent(seconds -> {
            throw new TooManyAttemptsException(Duration.ofSeconds(Math.max(seconds, 1)));
        });
    }

    private void count(String name, String address) {
        jdbc.sql("""
                        INSERT INTO identity.sign_on_failure AS known (name, address, failures, blocked_until, last_at)
                        VALUES (:name, :address, 1, now(), now())
                        ON CONFLICT (name, address) DO UPDATE SET
                            failures = CASE WHEN known.last_at < now() - :forgotten::interval THEN 1
                                            ELSE known.failures + 1 END,
                            last_at = now()
                        """)
                .param("name", name)
                .param("address", address)
                .param("forgotten", settings.failuresForgotten().toString())
                .update();
        var delay = delay(failures(name, address));
        jdbc.sql("""
                        UPDATE identity.sign_on_failure SET blocked_until = now() + :delay::interval
                        WHERE name = :name AND address = :address
                        """)
                .param("name", name)
                .param("address", address)
                .param("delay", delay.toString())
                .update();
    }

    private Duration delay(int failures) {
        var over = failures - settings.freeAttempts();
        if (over < 0) {
            return Duration.ZERO;
        }
        var delay = settings.firstDelay().multipliedBy(1L << Math.min(over, 20));
        return delay.compareTo(settings.longestDelay()) > 0 ? settings.longestDelay() : delay;
    }

    private void forget(String name, String address) {
        jdbc.sql("DELETE FROM identity.sign_on_failure WHERE name = ? AND address = ?")
                .params(name, address)
                .update();
    }
}
