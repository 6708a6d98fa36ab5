package esop.workflow;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine asks after each job which incidents it has left behind; one that has never failed has left none. */
@Component
final class JobIncidents implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return IncidentManager.class;
    }

    @Override
    public Session openSession() {
        return new Manager();
    }

    private static final class Manager extends IncidentManager {

        @Override
        public List<Incident> findIncidentByConfigurationAndIncidentType(String configuration, @Nullable String type) {
            var job = getDbEntityManager().getCachedEntity(JobEntity.class, configuration);
            return job != null && job.getRetries() > 0 && job.getExceptionMessage() == null
                    ? List.of()
                    : super.findIncidentByConfigurationAndIncidentType(configuration, type);
        }
    }
}
