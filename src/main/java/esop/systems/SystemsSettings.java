package esop.systems;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the backing systems are and how we know each other; {@code esop.systems.<id>.url} and so on point one of them elsewhere.
 *
 * @param sandboxUrl base of the simulated systems: every system without an address of its own is at {@code <sandboxUrl>/<id>}
 * @param demo whether the well-known demo secrets are good enough
 */
@ConfigurationProperties("esop")
public record SystemsSettings(
        @DefaultValue("http://localhost:8090") String sandboxUrl,
        @DefaultValue("true") boolean demo,
        @DefaultValue Map<String, Backing> systems) {

    private static final String DEMO_SECRET = "esop-demo-secret-";

    /**
     * One system.
     *
     * @param timeout from the first byte sent to the last byte received
     * @param bulkhead how many requests to it may be under way from one node
     * @param secret signs its callbacks
     */
    public record Backing(
            @Nullable String url,
            @Nullable Duration timeout,
            @Nullable Integer bulkhead,
            @Nullable String secret) {

        static final Backing EMPTY = new Backing(null, null, null, null);
    }

    /** Everybody knows the demo secret, so it counts only where the demo province lives. */
    public Optional<String> secretOf(String system) {
        return Optional.ofNullable(of(system).secret())
                .filter(secret -> !secret.isBlank())
                .or(() -> demo ? Optional.of(DEMO_SECRET + system) : Optional.empty());
    }

    /** An environment variable cannot name an id with its dashes. */
    public Backing of(String system) {
        return systems.getOrDefault(system, systems.getOrDefault(system.replace("-", ""), Backing.EMPTY));
    }
}
