package esop.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import esop.Caller;
import esop.EsopTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EsopTest
class AuditLogTests {

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Environment environment;

    private final String subject = "test/" + UUID.randomUUID();

    @Test
    void whatIsRecordedCanBeFoundByAdministrators() {
        audit.record("test.done", subject, "nanjing", Map.of("reason", "because", "count", 3));

        var entries = Caller.as("admin").get("/api/audit?subject=" + subject).json();
        assertThat(entries.get("total").asInt()).isEqualTo(1);
        var entry = entries.at("/items/0");
        assertThat(entry.get("person").asText()).isEqualTo("system");
        assertThat(entry.get("action").asText()).isEqualTo("test.done");
        assertThat(entry.at("/details/count").asInt()).isEqualTo(3);
        assertThat(entry.get("hash").asText()).hasSize(64);
    }

    @Test
    void signingOnIsRecordedWithPersonAndAddress() {
        Caller.browser("planner");

        var entry = Caller.as("admin")
                .get("/api/audit?person=planner&action=sign-on")
                .json()
                .at("/items/0");
        assertThat(entry.get("personName").asText()).isEqualTo("柳清和");
        assertThat(entry.at("/details/how").asText()).isEqualTo("form");
        assertThat(entry.at("/details/address").asText()).isNotBlank();
    }

    @Test
    void whatIsRolledBackIsNotRecorded() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            audit.record("test.done", subject, null, Map.of());
            status.setRollbackOnly();
        });

        assertThat(entries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE identity.audit_log SET action = 'x'",
                "DELETE FROM identity.audit_log",
                "TRUNCATE identity.audit_log CASCADE",
                "UPDATE identity.audit_chain SET position = position",
                "DELETE FROM identity.audit_chain",
                "INSERT INTO identity.audit_chain (position, audit_id, hash) VALUES (0, 1, '')"
            })
    void theApplicationCannotChangeIt(String statement) {
        audit.record("test.done", subject, null, Map.of());

        assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE identity.audit_log SET action = 'x'",
                "DELETE FROM identity.audit_chain",
                "TRUNCATE identity.audit_log CASCADE"
            })
    void evenItsOwnerIsStopped(String statement) throws SQLException {
        audit.record("test.done", subject, null, Map.of());

        try (var owner = owner();
                var change = owner.createStatement()) {
            assertThatThrownBy(() -> change.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("can only be added to");
        }
    }

    @Test
    void manyAtOnceMakeOneUnbrokenChain() {
        IntStream.range(0, 200)
                .parallel()
                .forEach(number -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    audit.record("test.done", subject, "nanjing", Map.of("number", number));
                    audit.record("test.done", subject, null, Map.of("number", number));
                }));

        assertThat(entries()).isEqualTo(400);
        var verification = Caller.as("admin").get("/api/audit/verify").json();
        assertThat(verification.get("intact").asBoolean()).isTrue();
        assertThat(verification.get("unchained").asLong()).isZero();
        assertThat(verification.get("entries").asLong()).isGreaterThanOrEqualTo(400);
        assertThat(verification.get("head").asText()).hasSize(64);
    }

    @Test
    void whoeverGetsPastTheGuardsLeavesABrokenChain() throws SQLException {
        audit.record("test.done", subject, null, Map.of("paid", 1));
        audit.record("test.done", subject, null, Map.of("paid", 2));
        var tampering = """
                ALTER TABLE identity.audit_log DISABLE TRIGGER only_added;
                UPDATE identity.audit_log SET details = '{"paid": 99}' WHERE subject = '%s' AND details = '{"paid": 1}';
                """.formatted(subject);
        try (var owner = owner();
                var change = owner.createStatement()) {
            owner.setAutoCommit(false);
            change.execute(tampering);
            try (var broken = change.executeQuery("SELECT identity.audit_broken_at()")) {
                assertThat(broken.next()).isTrue();
                assertThat(broken.getLong(1)).isPositive();
            }
            owner.rollback();
        }
    }

    private int entries() {
        return jdbc.sql("SELECT count(*) FROM identity.audit_log WHERE subject = ?")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"));
    }
}
