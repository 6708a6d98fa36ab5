package esop.identity.signon;

import esop.identity.IdentitySettings;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets whoever guesses passwords wait, longer each time, counted per name and address: the right person elsewhere, and
 * everybody else at this address, notice nothing, unless so many names are tried that the address waits
 * ({@link AddressThrottle}). Attempts during the wait are refused unseen and do not prolong it.
 */
@Component
class Throttle {

    /** So many stand at the door at once; whoever comes then is sent away, or they would take every thread of the server. */
    private static final int AT_THE_DOOR = 32;

    private final JdbcClient jdbc;
    private final IdentitySettings settings;
    private final AddressThrottle addresses;
    private final Semaphore door = new Semaphore(AT_THE_DOOR);
    /** Attempts with one name from one address take turns, or a thousand at once would all be the first. */
    private final Lock[] turns = Stream.generate(ReentrantLock::new).limit(256).toArray(Lock[]::new);

    Throttle(JdbcClient jdbc, IdentitySettings settings, AddressThrottle addresses) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.addresses = addresses;
    }

    /** @throws TooManyAttemptsException when this name, or everybody at this address, has to wait */
    boolean attempt(String name, String address, BooleanSupplier check) {
        addresses.refuseWhoMustWait(address);
        if (!door.tryAcquire()) {
            throw TooManyAttemptsException.crowd(Duration.ofSeconds(1));
        }
        try {
            return inTurn(name, address, check);
        } finally {
            door.release();
        }
    }

    private boolean inTurn(String name, String address, BooleanSupplier check) {
        var turn = turns[Math.floorMod(31 * name.hashCode() + address.hashCode(), turns.length)];
        turn.lock();
        try {
            refuseWhoMustWait(name, address);
            var right = check.getAsBoolean();
            if (right) {
                forget(name, address);
            } else {
                count(name, address);
                addresses.count(address);
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
            throw TooManyAttemptsException.wrongPasswords(Duration.ofSeconds(Math.max(seconds, 1)));
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
