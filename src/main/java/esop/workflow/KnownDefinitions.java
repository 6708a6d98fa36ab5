package esop.workflow;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.Nullable;

/**
 * The engine keeps parsed models, and yet reads a definition's row in each of its transactions, fifty times for one order. Here it does
 * so every five seconds; what this node deploys or suspends acts at once, what another one does within that time.
 */
final class KnownDefinitions implements SessionFactory {

    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private record Latest(String id, long readAt) {}

    private final Map<String, Long> readAt = new ConcurrentHashMap<>();
    private final Map<String, Latest> latest = new ConcurrentHashMap<>();

    @Override
    public Class<?> getSessionType() {
        return ProcessDefinitionManager.class;
    }

    @Override
    public Session openSession() {
        return new Manager();
    }

    private void forget() {
        readAt.clear();
        latest.clear();
    }

    private static boolean isFresh(@Nullable Long at) {
        return at != null && System.nanoTime() - at < FRESH;
    }

    private static @Nullable ProcessDefinitionEntity parsed(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id);
    }

    /** What history writes of an event's definition, its name and version, stands in the parsed model too. */
    static final class History extends CacheAwareHistoryEventProducer {

        @Override
        protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
            return Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
        }
    }

    private final class Manager extends ProcessDefinitionManager {

        @Override
        public @Nullable ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
            var own = super.getCachedResourceDefinitionEntity(id);
            return own == null && isFresh(readAt.get(id)) ? parsed(id) : own;
        }

        @Override
        public @Nullable ProcessDefinitionEntity findLatestDefinitionById(String id) {
            var read = super.findLatestDefinitionById(id);
            if (read != null) {
                readAt.put(id, System.nanoTime());
            }
            return read;
        }

        @Override
        public @Nullable ProcessDefinitionEntity findLatestDefinitionByKey(String key) {
            return latest(key, () -> super.findLatestDefinitionByKey(key));
        }

        /** What a call activity asks; nobody here is a tenant. */
        @Override
        public @Nullable ProcessDefinitionEntity findLatestDefinitionByKeyAndTenantId(
                String key, @Nullable String tenant) {
            return tenant == null
                    ? latest(key, () -> super.findLatestDefinitionByKeyAndTenantId(key, null))
                    : super.findLatestDefinitionByKeyAndTenantId(key, tenant);
        }

        private @Nullable ProcessDefinitionEntity latest(
                String key, Supplier<@Nullable ProcessDefinitionEntity> reading) {
            var known = latest.get(key);
            var parsed = known != null && isFresh(known.readAt()) ? parsed(known.id()) : null;
            if (parsed != null) {
                return parsed;
            }
            var read = reading.get();
            if (read != null) {
                latest.put(key, new Latest(read.getId(), System.nanoTime()));
            }
            return read;
        }

        @Override
        public void insertProcessDefinition(ProcessDefinitionEntity definition) {
            super.insertProcessDefinition(definition);
            forgetAfterwards();
        }

        @Override
        public void updateProcessDefinitionSuspensionStateById(String id, SuspensionState state) {
            super.updateProcessDefinitionSuspensionStateById(id, state);
            forgetAfterwards();
        }

        @Override
        public void updateProcessDefinitionSuspensionStateByKey(String key, SuspensionState state) {
            super.updateProcessDefinitionSuspensionStateByKey(key, state);
            forgetAfterwards();
        }

        @Override
        public void updateProcessDefinitionSuspensionStateByKeyAndTenantId(
                String key, String tenant, SuspensionState state) {
            super.updateProcessDefinitionSuspensionStateByKeyAndTenantId(key, tenant, state);
            forgetAfterwards();
        }

        /** And at once: whoever goes on in this transaction must see it. */
        private void forgetAfterwards() {
            forget();
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, done -> forget());
        }
    }
}
