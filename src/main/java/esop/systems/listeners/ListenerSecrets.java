package esop.systems.listeners;

import esop.systems.SystemsSettings;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What signs the events that a client is told: {@code esop.listeners.<client>.secret}, never the secret of a system's callbacks. */
@Component
class ListenerSecrets {

    private static final String DEMO_SECRET = "esop-demo-secret-";

    private final Environment environment;
    private final SystemsSettings settings;

    ListenerSecrets(Environment environment, SystemsSettings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    Optional<String> of(String client) {
        return Optional.of(environment.getProperty("esop.listeners." + client + ".secret", ""))
                .filter(secret -> !secret.isBlank())
                .or(() -> settings.demo() ? Optional.of(DEMO_SECRET + client) : Optional.empty());
    }
}
