package esop.identity;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL at the start of each transaction whose rows it may touch, as {@link DataScope} says. Row-level security
 * holds everybody to it: outside a transaction, or without a scope, there are no rows. The engine's commands run through it
 * too.
 */
@Component("transactionManager")
class ScopedTransactionManager extends JdbcTransactionManager {

    private static final String WRITING = "SELECT set_config('app.cities', ?, true)";

    /** Lists have filters of many kinds: each is planned for what it looks for, whereas work on one order is planned once. */
    private static final String READING =
            WRITING + ", set_config('plan_cache_mode', 'auto', true), set_config('enable_seqscan', 'on', true)";

    ScopedTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var cities = DataScope.cities();
        if (cities.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(definition.isReadOnly() ? READING : WRITING)) {
            statement.setString(1, String.join(",", cities));
            statement.execute();
        }
    }
}
