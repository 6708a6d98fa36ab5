package esop.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param credentialValidity how long a signed credential is good, 15 to 60 minutes
 * @param freeAttempts wrong passwords of one name from one address before anybody has to wait
 * @param addressAttempts wrong passwords of all names from one address before everybody there has to wait
 * @param firstDelay the wait after that; it doubles with each further wrong password
 * @param longestDelay and never grows past this
 * @param failuresForgotten a name and address without wrong passwords for so long starts afresh, and an address as well
 */
@ConfigurationProperties("esop.identity")
public record IdentitySettings(
        @DefaultValue("30m") Duration credentialValidity,
        @DefaultValue("5") int freeAttempts,
        @DefaultValue("60") int addressAttempts,
        @DefaultValue("1s") Duration firstDelay,
        @DefaultValue("1m") Duration longestDelay,
        @DefaultValue("30m") Duration failuresForgotten) {

    public IdentitySettings {
        if (credentialValidity.compareTo(Duration.ofMinutes(15)) < 0
                || credentialValidity.compareTo(Duration.ofMinutes(60)) > 0) {
            throw new IllegalArgumentException("esop.identity.credential-validity is not between 15 and 60 minutes");
        }
    }
}
