package esop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureTests {

    private static final Path LOG = Path.of("data", "logs", "esop.log");

    @Test
    void aFullDiskIsNamedHoweverDeepItLies() {
        var failure = new IllegalStateException("flyway", new SQLException("could not extend file", "53100"));
        assertThat(StartFailure.of(failure, LOG).english()).contains("disk").contains("full");
        assertThat(StartFailure.of(failure, LOG).chinese()).contains("磁盘").contains("已满");
    }

    @Test
    void aPortLostToAFasterProgramIsNamed() {
        assertThat(StartFailure.of(new RuntimeException(new PortInUseException(8080)), LOG)
                        .english())
                .contains("port 8080 is taken");
    }

    @Test
    void theUnexpectedKeepsItsFirstLineAndPointsToTheLog() {
        var failure = StartFailure.of(new RuntimeException(new IllegalStateException("first\nsecond")), LOG);
        assertThat(failure.english()).contains("first").contains(LOG.toString()).doesNotContain("second");
    }
}
