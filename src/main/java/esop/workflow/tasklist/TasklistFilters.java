package esop.workflow.tasklist;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The lists that Tasklist offers, and the grants everybody needs there. Whose tasks are in a list the engine decides by the
 * grants that each task gives to its candidate groups, so the lists themselves name nobody.
 */
@Component
class TasklistFilters implements SmartInitializingSingleton {

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;

    TasklistFilters(
            FilterService filters,
            TaskService tasks,
            AuthorizationService authorizations,
            TransactionOperations transaction,
            JdbcClient jdbc) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            // Two nodes may start at once.
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('workflow.tasklist'))")
                    .query()
                    .singleRow();
            grantToAll(Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
            offer("全部待办 · All tasks", tasks.createTaskQuery(), 10);
            offer("待领取 · To claim", tasks.createTaskQuery().taskUnassigned(), 20);
            offer("处理中 · In hand", tasks.createTaskQuery().taskAssigned(), 30);
        });
    }

    private void offer(String name, TaskQuery query, int priority) {
        if (filters.createFilterQuery().filterName(name).count() > 0) {
            return;
        }
        var filter = filters.newTaskFilter(name);
        filter.setQuery(query.orderByDueDate().asc());
        filter.setProperties(Map.of(
                "priority",
                priority,
                "refresh",
                true,
                "color",
                "#0052d9",
                "description",
                "",
                "showUndefinedVariable",
                false,
                "variables",
                List.of(
                        Map.of("name", "customerName", "label", "客户 Customer"),
                        Map.of("name", "productName", "label", "产品 Product"))));
        filters.saveFilter(filter);
        grantToAll(Resources.FILTER, filter.getId(), Permissions.READ);
    }

    private void grantToAll(Resource resource, String id, Permission permission) {
        var known = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                .resourceType(resource)
                .resourceId(id)
                .count();
        if (known > 0) {
            return;
        }
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        authorizations.saveAuthorization(grant);
    }
}
