package esop.workflow;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The engine reads a job's definition when it makes the job and when it works on it, thirty-five times for one order. As with {@link
 * KnownDefinitions} it does so every five seconds here; what this node suspends acts at once, what another one does within that time.
 */
@Component
final class KnownJobDefinitions implements SessionFactory {

    private final Known<JobDefinitionEntity> known = new Known<>();

    @Override
    public Class<?> getSessionType() {
        return JobDefinitionManager.class;
    }

    @Override
    public Session openSession() {
        return new Manager();
    }

    /** Each transaction has one of its own, which it may change. */
    private static JobDefinitionEntity copy(JobDefinitionEntity definition) {
        var copy = new JobDefinitionEntity();
        copy.setId(definition.getId());
        copy.setRevision(definition.getRevision());
        copy.setProcessDefinitionId(definition.getProcessDefinitionId());
        copy.setProcessDefinitionKey(definition.getProcessDefinitionKey());
        copy.setActivityId(definition.getActivityId());
        copy.setJobType(definition.getJobType());
        copy.setJobConfiguration(definition.getJobConfiguration());
        copy.setSuspensionState(definition.getSuspensionState());
        copy.setJobPriority(definition.getOverridingJobPriority());
        copy.setTenantId(definition.getTenantId());
        copy.setDeploymentId(definition.getDeploymentId());
        return copy;
    }

    private final class Manager extends JobDefinitionManager {

        @Override
        public @Nullable JobDefinitionEntity findById(String id) {
            var own = getDbEntityManager().getCachedEntity(JobDefinitionEntity.class, id);
            if (own != null) {
                return own;
            }
            var kept = known.fresh(id);
            if (kept != null) {
                var copy = copy(kept);
                getDbEntityManager().getDbEntityCache().putPersistent(copy);
                return copy;
            }
            var read = super.findById(id);
            if (read != null) {
                known.put(id, copy(read));
            }
            return read;
        }

        @Override
        public void updateJobDefinitionSuspensionStateById(String id, SuspensionState state) {
            super.updateJobDefinitionSuspensionStateById(id, state);
            known.forget();
        }

        @Override
        public void updateJobDefinitionSuspensionStateByProcessDefinitionId(String id, SuspensionState state) {
            super.updateJobDefinitionSuspensionStateByProcessDefinitionId(id, state);
            known.forget();
        }

        @Override
        public void updateJobDefinitionSuspensionStateByProcessDefinitionKey(String key, SuspensionState state) {
            super.updateJobDefinitionSuspensionStateByProcessDefinitionKey(key, state);
            known.forget();
        }

        @Override
        public void updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(
                String key, String tenant, SuspensionState state) {
            super.updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(key, tenant, state);
            known.forget();
        }
    }
}
