package esop.systems.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import esop.systems.SystemsSettings;
import esop.systems.SystemsSettings.Backing;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ListenerSecretsTests {

    private static final SystemsSettings SYSTEMS = new SystemsSettings(
            "http://localhost:8090", false, Map.of("boss", new Backing(null, null, null, "of-boss")));

    @Test
    void aListenerHasASecretOfItsOwnAndNeverASystems() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment",
                        Map.of(
                                "ESOP_SYSTEMS_BOSS_SECRET", "of-boss",
                                "ESOP_LISTENERS_FIRSTLEVELCLIENT_SECRET", "of-the-group")));
        ConfigurationPropertySources.attach(environment);
        var secrets = new ListenerSecrets(environment, SYSTEMS);

        assertThat(secrets.of("first-level-client")).contains("of-the-group");
        assertThat(secrets.of("boss")).isEmpty();
        assertThat(secrets.of("bo-ss")).isEmpty();
    }
}
