package esop.sandbox.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SignatureTests {

    @Test
    void anEmptySecretOfAContainerIsNoneAndAGivenOneIsFoundWithoutItsDashes() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment",
                        Map.of(
                                "ESOP_SYSTEMS_BOSS_SECRET", "",
                                "ESOP_LISTENERS_FIRSTLEVELCLIENT_SECRET", "of-the-group")));
        ConfigurationPropertySources.attach(environment);

        assertThat(Signature.secretOf("boss", environment)).isEqualTo("esop-demo-secret-boss");
        assertThat(Signature.secretOf("eoms", environment)).isEqualTo("esop-demo-secret-eoms");
        assertThat(Signature.secretOfListener("first-level-client", environment))
                .isEqualTo("of-the-group");
    }
}
