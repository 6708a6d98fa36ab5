package esop.identity.signon;

import esop.identity.IdentitySettings;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets an address wait from which one password is tried on many names. What it owes grows with each wrong password and shrinks with
 * time, so that the typing errors of a large office behind one address are forgotten faster than they happen.
 */
@Component
class AddressThrottle {

    private final JdbcClient jdbc;
    private final IdentitySettings settings;

    AddressThrottle(JdbcClient jdbc, IdentitySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @throws TooManyAttemptsException when everybody has to wait at this address */
    void refuseWhoMustWait(String address) {
        jdbc.sql("""
                        SELECT ceil(extract(epoch FROM owed_until - :forgotten::interval - now()))::int
                        FROM identity.sign_on_address
                        WHERE address = :address AND owed_until > now() + :forgotten::interval
                        """)
                .param("address", address)
                .param("forgotten", settings.failuresForgotten().toString())
                .query(Integer.class)
                .optional()
                .ifPresent(seconds -> {
                    throw TooManyAttemptsException.wrongPasswords(Duration.ofSeconds(Math.max(seconds, 1)));
                });
    }

    void count(String address) {
        jdbc.sql("""
                        INSERT INTO identity.sign_on_address AS known (address, owed_until)
                        VALUES (:address, now() + :each::interval)
                        ON CONFLICT (address) DO UPDATE SET
                            owed_until = least(greatest(known.owed_until, now()) + :each::interval,
                                               now() + :forgotten::interval + :longest::interval)
                        """)
                .param("address", address)
                .param(
                        "each",
                        settings.failuresForgotten()
                                .dividedBy(settings.addressAttempts())
                                .toString())
                .param("forgotten", settings.failuresForgotten().toString())
                .param("longest", settings.longestDelay().toString())
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void purge() {
        jdbc.sql("DELETE FROM identity.sign_on_address WHERE owed_until < now()")
                .update();
    }
}
