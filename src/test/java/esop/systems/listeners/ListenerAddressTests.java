package esop.systems.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import esop.systems.SystemsSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerAddressTests {

    private static final List<String> HOSTS =
            List.of("Listener.example:8443", "10.1.2.3", "*.group.example", "*.0.0.1", "*.169.254");

    @ParameterizedTest
    @CsvSource(
            nullValues = "fine",
            value = {
                "https://listener.example:8443/a?b=c, fine",
                "https://listener.example/, host",
                "http://10.1.2.3:99/, fine",
                "https://esop.GROUP.example/, fine",
                "https://group.example/, host",
                "https://evilgroup.example/, host",
                "http://127.0.0.1/, host",
                "http://169.254.169.254/, host",
                "http://localhost:8090/, host",
                "http://user@10.1.2.3/, no-url",
                "ftp://10.1.2.3/, no-url",
                "10.1.2.3, no-url",
            })
    void onlyNamedHostsAreCalledAndAFamilyOfNamesNeverWithin(String address, String obstacle) {
        assertThat(address(false).obstacle(address)).isEqualTo(Optional.ofNullable(obstacle));
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8090/first-level/hub, true", "http://localhost:8091/, false"})
    void theSandboxMayHearWhileTheDemoProvinceLives(String address, boolean may) {
        assertThat(address(true).obstacle(address).isEmpty()).isEqualTo(may);
    }

    private static ListenerAddress address(boolean demo) {
        return new ListenerAddress(
                new ListenerSettings(HOSTS), new SystemsSettings("http://localhost:8090", demo, Map.of()));
    }
}
