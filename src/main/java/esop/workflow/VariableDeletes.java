package esop.workflow;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.springframework.stereotype.Component;

/**
 * An instance that ends has the engine delete its variables one by one, 270 of them for an order. Here all of a transaction go in one
 * statement; a variable that somebody changed meanwhile still fails it.
 */
@Component
final class VariableDeletes implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return DbSqlSession.class;
    }

    @Override
    public Session openSession() {
        return new Statements(Context.getProcessEngineConfiguration().getDbSqlSessionFactory());
    }

    private static final class Statements extends BatchDbSqlSession {

        private static final String DELETE = """
                DELETE FROM camunda.act_ru_variable AS variable
                USING unnest(?, ?) AS gone (id, revision)
                WHERE variable.id_ = gone.id AND variable.rev_ = gone.revision
                """;

        Statements(DbSqlSessionFactory factory) {
            super(factory);
        }

        @Override
        public FlushResult executeDbOperations(List<DbOperation> operations) {
            var deletes = new ArrayList<DbEntityOperation>();
            var others = new ArrayList<DbOperation>();
            for (var operation : operations) {
                if (operation.getOperationType() == DbOperationType.DELETE
                        && operation.getEntityType() == VariableInstanceEntity.class) {
                    deletes.add((DbEntityOperation) operation);
                } else {
                    others.add(operation);
                }
            }
            if (deletes.size() < 2 || delete(deletes) < deletes.size()) {
                // Where somebody was quicker, each is tried again, which is how the engine learns that it was late.
                return super.executeDbOperations(operations);
            }
            deletes.forEach(operation -> entityDeletePerformed(operation, 1, null));
            return super.executeDbOperations(others);
        }

        private int delete(List<DbEntityOperation> operations) {
            var variables = operations.stream()
                    .map(operation -> (VariableInstanceEntity) operation.getEntity())
                    .toList();
            var connection = sqlSession.getConnection();
            try (var statement = connection.prepareStatement(DELETE)) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "text",
                                variables.stream()
                                        .map(VariableInstanceEntity::getId)
                                        .toArray()));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "int",
                                variables.stream()
                                        .map(VariableInstanceEntity::getRevision)
                                        .toArray()));
                return statement.executeUpdate();
            } catch (SQLException failure) {
                throw new ProcessEngineException("cannot delete variables", failure);
            }
        }
    }
}
