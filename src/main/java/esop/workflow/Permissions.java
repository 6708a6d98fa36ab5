package esop.workflow;

import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.stereotype.Component;

/**
 * The engine's own rights are for its web apps. Our API has rules of its own and works as the engine's administrator, of whom it need not be
 * looked up what he may; and nobody is given a right to a single instance, so none has to be taken away at its end.
 */
@Component
final class Permissions implements SessionFactory {

    /** Whoever is in these works through our API; no person's groups are called so. */
    static final List<String> OF_OUR_API = List.of(Groups.CAMUNDA_ADMIN, "esop-api");

    @Override
    public Class<?> getSessionType() {
        return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
        return new Manager();
    }

    private static final class Manager extends AuthorizationManager {

        @Override
        protected boolean isAuthCheckExecuted() {
            return super.isAuthCheckExecuted()
                    && !OF_OUR_API.equals(getCurrentAuthentication().getGroupIds());
        }

        @Override
        public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
            if (resource != Resources.PROCESS_INSTANCE) {
                super.deleteAuthorizationsByResourceId(resource, resourceId);
            }
        }
    }
}
