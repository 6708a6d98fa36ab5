package esop.workflow;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The engine keeps parsed models, and yet reads a definition's row in each of its transactions, fifty times for one order. Here it does
 * so every five seconds; what this node deploys or suspends acts at once, what another one does within that time.
 */
@Component
final class KnownDefinitions implements SessionFactory {

    private final Known<Boolean> seen = new Known<>();
    private final LatestVersions<ProcessDefinitionEntity> latest =
            new LatestVersions<>(ProcessDefinitionEntity::getId, KnownDefinitions::parsed);

    @Override
    public Class<?> getSessionType() {
        return ProcessDefinitionManager.class;
    }

    @Override
    public Session openSession() {
        return new Manager();
    }

    private void forget() {
        seen.forget();
        latest.forget();
    }

    private static @Nullable ProcessDefinitionEntity parsed(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id);
    }

    private final class Manager extends ProcessDefinitionManager {

        @Override
        public @Nullable ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
            var own = super.getCachedResourceDefinitionEntity(id);
            return own == null && seen.fresh(id) != null ? parsed(id) : own;
        }

        @Override
        public @Nullable ProcessDefinitionEntity findLatestDefinitionById(String id) {
            var read = super.findLatestDefinitionById(id);
            if (read != null) {
                seen.put(id, true);
            }
            return read;
        }

        @Override
        public @Nullable ProcessDefinitionEntity findLatestDefinitionByKey(String key) {
            return latest.of(key, () -> super.findLatestDefinitionByKey(key));
        }

        /** What a call activity asks; nobody here is a tenant. */
        @Override
        public @Nullable ProcessDefinitionEntity findLatestDefinitionByKeyAndTenantId(
                String key, @Nullable String tenant) {
            return tenant == null
                    ? latest.of(key, () -> super.findLatestDefinitionByKeyAndTenantId(key, null))
                    : super.findLatestDefinitionByKeyAndTenantId(key, tenant);
        }

        @Override
        public void insertProcessDefinition(ProcessDefinitionEntity definition) {
            super.insertProcessDefinition(definition);
            forget();
        }

        @Override
        public void updateProcessDefinitionSuspensionStateById(String id, SuspensionState state) {
            super.updateProcessDefinitionSuspensionStateById(id, state);
            forget();
        }

        @Override
        public void updateProcessDefinitionSuspensionStateByKey(String key, SuspensionState state) {
            super.updateProcessDefinitionSuspensionStateByKey(key, state);
            forget();
        }

        @Override
        public void updateProcessDefinitionSuspensionStateByKeyAndTenantId(
                String key, String tenant, SuspensionState state) {
            super.updateProcessDefinitionSuspensionStateByKeyAndTenantId(key, tenant, state);
            forget();
        }
    }
}
