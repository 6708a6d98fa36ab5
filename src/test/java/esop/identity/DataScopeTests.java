package esop.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import esop.EsopTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EsopTest
class DataScopeTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeAll
    static void aTableWithTwoCities(@Autowired Environment environment) throws SQLException {
        asOwner(environment, """
                CREATE TABLE identity.scope_probe (id int, city text NOT NULL);
                INSERT INTO identity.scope_probe (id, city) VALUES (1, 'nanjing'), (2, 'suzhou');
                ALTER TABLE identity.scope_probe ENABLE ROW LEVEL SECURITY;
                CREATE POLICY city_scope ON identity.scope_probe
                    USING (identity.in_scope(city)) WITH CHECK (identity.in_scope(city));
                """);
    }

    @AfterAll
    static void noTable(@Autowired Environment environment) throws SQLException {
        asOwner(environment, "DROP TABLE identity.scope_probe");
    }

    @Test
    void withoutAScopeThereAreNoRows() {
        assertThat(inTransaction()).isEmpty();
    }

    @Test
    void onlyTheOwnCitysRowsAreThere() {
        assertThat(DataScope.of(List.of("suzhou"), this::inTransaction)).containsExactly(2);
    }

    @Test
    void severalCitiesAreSeveralCitiesRows() {
        assertThat(DataScope.of(List.of("suzhou", "nanjing"), this::inTransaction))
                .containsExactly(1, 2);
    }

    @Test
    void workersSeeEveryCity() {
        assertThat(DataScope.asSystem(this::inTransaction)).containsExactly(1, 2);
    }

    @Test
    void outsideOfATransactionThereAreNoRows() {
        assertThat(DataScope.asSystem(this::read)).isEmpty();
    }

    @Test
    void aScopeEndsWithItsTransaction() {
        for (int connection = 0; connection < 60; connection++) {
            DataScope.asSystem(this::inTransaction);
            assertThat(inTransaction()).isEmpty();
        }
    }

    @Test
    void anotherCitysRowCannotBeWritten() {
        assertThatThrownBy(() -> DataScope.of(
                        List.of("nanjing"),
                        () -> new TransactionTemplate(transactions)
                                .execute(status -> jdbc.sql(
                                                "INSERT INTO identity.scope_probe (id, city) VALUES (3, 'suzhou')")
                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aCityWhoseNameContainsAnotherIsAnotherCity() {
        assertThat(DataScope.of(List.of("suzhou-north", "zhou"), this::inTransaction))
                .isEmpty();
    }

    @Test
    void everyTableWithACityIsHeldToIt() {
        var unguarded = jdbc.sql("""
                        SELECT relation.oid::regclass::text
                        FROM pg_class relation
                        JOIN pg_namespace schema ON schema.oid = relation.relnamespace
                        JOIN pg_attribute city ON city.attrelid = relation.oid AND city.attname = 'city'
                        WHERE relation.relkind IN ('r', 'p') AND schema.nspname NOT IN ('identity', 'camunda')
                          AND NOT (relation.relrowsecurity
                                   AND EXISTS (SELECT 1 FROM pg_policies
                                               WHERE policyname = 'city_scope' AND schemaname = schema.nspname
                                                 AND tablename = relation.relname))
                        """).query(String.class).list();

        // Searched through the query builder only, which names the cities itself: row-level security would cost it its
        // indexes. And every city's working hours count for whoever has a task there.
        assertThat(unguarded).containsExactlyInAnyOrder("workflow.task_inbox", "web.searchable", "workflow.calendar");
    }

    @Test
    void theScopeIsWorkedOutOncePerStatement() {
        var perRow = jdbc.sql("""
                        SELECT tablename FROM pg_policies
                        WHERE policyname = 'city_scope' AND tablename <> 'scope_probe' AND qual NOT LIKE '%SELECT%'
                        """).query(String.class).list();

        assertThat(perRow).isEmpty();
    }

    private List<Integer> inTransaction() {
        return new TransactionTemplate(transactions).execute(status -> read());
    }

    private List<Integer> read() {
        return jdbc.sql("SELECT id FROM identity.scope_probe ORDER BY id")
                .query(Integer.class)
                .list();
    }

    private static void asOwner(Environment environment, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
