package esop.workflow;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which version of a table is the latest, as {@link KnownDefinitions} knows it of processes; nobody here is a tenant. */
@Component
final class KnownDecisions implements SessionFactory {

    private final LatestVersions<DecisionDefinitionEntity> latest =
            new LatestVersions<>(DecisionDefinitionEntity::getId, KnownDecisions::parsed);

    @Override
    public Class<?> getSessionType() {
        return DecisionDefinitionManager.class;
    }

    @Override
    public Session openSession() {
        return new Manager();
    }

    private static @Nullable DecisionDefinitionEntity parsed(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findDecisionDefinitionFromCache(id);
    }

    private final class Manager extends DecisionDefinitionManager {

        @Override
        public @Nullable DecisionDefinitionEntity findLatestDecisionDefinitionByKey(String key) {
            return latest.of(key, () -> super.findLatestDecisionDefinitionByKey(key));
        }

        @Override
        public @Nullable DecisionDefinitionEntity findLatestDecisionDefinitionByKeyAndTenantId(
                String key, @Nullable String tenant) {
            return tenant == null
                    ? latest.of(key, () -> super.findLatestDecisionDefinitionByKeyAndTenantId(key, null))
                    : super.findLatestDecisionDefinitionByKeyAndTenantId(key, tenant);
        }

        @Override
        public void insertDecisionDefinition(DecisionDefinitionEntity definition) {
            super.insertDecisionDefinition(definition);
            latest.forget();
        }

        /** A set that is taken back takes its tables with it. */
        @Override
        public void deleteDecisionDefinitionsByDeploymentId(String deployment) {
            super.deleteDecisionDefinitionsByDeploymentId(deployment);
            latest.forget();
        }
    }
}
