package esop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class StartSettingsTests {

    @Test
    void theDemoIsForThisMachineOnly() {
        assertThat(settings().serverAddress()).contains("localhost");
        assertThat(settings("--esop.mode=server").serverAddress()).isEmpty();
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
            assertThatThrownBy(() -> settings("--esop.mode=server", "--server.port=" + taken.getLocalPort())
                            .checkPorts())
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()))
                    .hasMessageContaining("SERVER_PORT");
        }
    }

    @Test
    void aGivenDatabaseNeedsNoEmbeddedOne() {
        var given = "--spring.datasource.url=jdbc:postgresql://db/esop";
        assertThat(settings("--esop.mode=server", given).needsEmbeddedDatabase())
                .isFalse();
        assertThat(settings(given).needsEmbeddedDatabase()).isTrue();
    }

    private static StartSettings settings(String... arguments) {
        return StartSettings.of(arguments);
    }
}
