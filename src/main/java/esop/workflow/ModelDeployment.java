package esop.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deploys models, tables and forms as one set before the server takes requests; an unchanged set makes no new version. */
@Component
class ModelDeployment implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
    private static final String NAME = ModelsDeployed.PACKAGE;
    private static final List<String> KINDS = List.of("processes/**/*.bpmn", "decisions/**/*.dmn", "forms/**/*.form");
    private static final long LOCK = 7_240_030;

    private final RepositoryService repository;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private volatile boolean running;

    ModelDeployment(
            RepositoryService repository,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public void start() {
        var models = models();
        if (!models.isEmpty()) {
            transaction.executeWithoutResult(status -> deploy(models));
        }
        running = true;
    }

    /** The whole set or nothing: a form is found in its model's own deployment. */
    private void deploy(TreeMap<String, Resource> models) {
        // Reading them all is long for a busy machine, and nothing is said to the database meanwhile.
        jdbc.sql("SET LOCAL idle_in_transaction_session_timeout = '10min'").update();
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .singleRow();
        var deployment = repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        models.forEach((name, file) -> {
            try (var content = file.getInputStream()) {
                deployment.addInputStream(name, content);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        var result = deployment.deploy();
        LOG.info("{} models, tables and forms stand in deployment {}", models.size(), result.getId());
        events.publishEvent(new ModelsDeployed(result.getId()));
    }

    /** By names that are the same from a jar and from a folder; a full path would make new versions at each switch. */
    private static TreeMap<String, Resource> models() {
        var found = new TreeMap<String, Resource>();
        try {
            for (var kind : KINDS) {
                var folder = kind.substring(0, kind.indexOf('/') + 1);
                for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + kind)) {
                    var path = file.getURL().getPath();
                    found.putIfAbsent(path.substring(path.lastIndexOf("/" + folder) + 1), file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
