package esop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@EsopTest
class ExternalDatabaseTests {

    private static final String OWNER = "esop_owner_without_rights";

    @BeforeAll
    static void aUserWhoMayNothing() throws SQLException {
        execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD 'right'", "CREATE DATABASE elsewhere");
    }

    @AfterAll
    static void gone() throws SQLException {
        execute("DROP DATABASE elsewhere", "DROP ROLE " + OWNER);
    }

    @Test
    void whatCannotBeReachedIsNamedWithoutItsSecrets() {
        var nowhere = new ExternalDatabase("jdbc:postgresql://localhost:1/esop?password=secret", "esop", "secret");
        assertThatThrownBy(nowhere::checkForServer)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("jdbc:postgresql://localhost:1/esop cannot be reached")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void aWrongPasswordIsToldFromAnUnknownDatabase() {
        assertThatThrownBy(() -> at("elsewhere", "wrong").checkForServer())
                .hasMessageContaining("refuses user " + OWNER);
        assertThatThrownBy(() -> at("nowhere", "right").checkForServer()).hasMessageContaining("does not exist");
    }

    @Test
    void missingRightsAreNamedOneByOne() throws SQLException {
        assertThatThrownBy(() -> at("elsewhere", "right").checkForServer())
                .hasMessageContaining("lacks the right CREATE ON DATABASE");
        execute("GRANT CREATE ON DATABASE elsewhere TO " + OWNER);
        assertThatThrownBy(() -> at("elsewhere", "right").checkForServer())
                .hasMessageContaining("lacks the right CREATEROLE");
        execute("ALTER ROLE " + OWNER + " CREATEROLE");
        at("elsewhere", "right").checkForServer();
    }

    private static ExternalDatabase at(String database, String password) {
        return new ExternalDatabase(
                TestEnvironment.database().url().replaceFirst("/esop\\?.*", "/" + database), OWNER, password);
    }

    private static void execute(String... commands) throws SQLException {
        var owner = TestEnvironment.database();
        try (var connection = DriverManager.getConnection(owner.url(), owner.username(), owner.password());
                var statement = connection.createStatement()) {
            for (var command : List.of(commands)) {
                statement.execute(command);
            }
        }
    }
}
