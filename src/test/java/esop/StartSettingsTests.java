package esop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class StartSettingsTests {

    private static final String LOCAL = "--server.address=localhost";

    @Test
    void theDemoIsForThisMachineOnly() {
        assertThat(settings().serverAddress()).contains("localhost");
        assertThatThrownBy(() -> settings("--esop.mode=server"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("SERVER_ADDRESS")
                .hasMessageContaining("ESOP_DEMO=false");
        assertThat(settings("--esop.mode=server", "--esop.demo=false").serverAddress())
                .isEmpty();
        assertThat(settings("--esop.mode=server", LOCAL).serverAddress()).contains("localhost");
        assertThat(settings("--server.address=0.0.0.0").serverAddress()).contains("0.0.0.0");
        assertThat(settings("--server.address=0.0.0.0").sandboxAddress()).isEqualTo("localhost");
    }

    @Test
    void anUnknownModeNamesTheKnownOnes() {
        assertThatThrownBy(() -> settings("--esop.mode=everything"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--esop.mode=everything")
                .hasMessageContaining("all, server, sandbox");
    }

    @Test
    void aPortMustBeANumber() {
        assertThatThrownBy(() -> settings("--server.port=http"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("server.port=http");
    }

    @Test
    void aTakenPortIsNoticedBeforeAnythingStarts() throws Exception {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> settings("--esop.mode=server", LOCAL, "--server.port=" + taken.getLocalPort())
                            .checkPorts())
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()))
                    .hasMessageContaining("SERVER_PORT");
        }
    }

    @Test
    void aGivenDatabaseNeedsNoEmbeddedOne() {
        var given = "--spring.datasource.url=jdbc:postgresql://db/esop";
        assertThat(settings("--esop.mode=server", LOCAL, given).needsEmbeddedDatabase())
                .isFalse();
        assertThat(settings(given).needsEmbeddedDatabase()).isTrue();
    }

    private static StartSettings settings(String... arguments) {
        return StartSettings.of(arguments);
    }
}
