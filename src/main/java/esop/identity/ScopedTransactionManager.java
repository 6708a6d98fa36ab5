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
        try (var statement = connection.prepareStatement("SELECT set_config('app.cities', ?, true)")) {
            statement.setString(1, String.join(",", cities));
            statement.execute();
        }
    }
}
