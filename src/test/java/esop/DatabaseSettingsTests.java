package esop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody waits for the database for ever, and nobody holds it for ever. */
@EsopTest
class DatabaseSettingsTests {

    @Autowired
    private DataSource dataSource;

    @Test
    void aStatementWithoutAnAnswerEnds() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(300_000);
        }
    }

    @Test
    void whoeverStandsStillInATransactionLosesIt() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            try (var setting = statement.executeQuery("SHOW idle_in_transaction_session_timeout")) {
                setting.next();
                assertThat(setting.getString(1)).isEqualTo("1min");
            }
            connection.setAutoCommit(false);
            statement.execute("SET idle_in_transaction_session_timeout = '50ms'");
            statement.execute("LOCK TABLE systems.callback_refusal IN SHARE MODE");
            Thread.sleep(500);
            assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
