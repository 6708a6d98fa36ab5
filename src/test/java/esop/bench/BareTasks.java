package esop.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.task.TaskQuery;

/** The engine alone, on the tables that ESOP's engine uses: what {@code TaskQuery} and {@code TaskService} need within this JVM, without HTTP. */
final class BareTasks implements AutoCloseable {

    private static final int PAGE = 20;
    private static final List<String> FACTS =
            List.of("lineNumber", "contractNumber", "installAddress", "contactName", "contactPhone", "bandwidth");

    private final HikariDataSource connections;
    private final ProcessEngine engine;

    BareTasks(Postgres postgres) {
        connections = connections(postgres);
        var settings = new StandaloneProcessEngineConfiguration();
        settings.setDataSource(connections);
        settings.setDatabaseSchemaUpdate("false");
        settings.setJobExecutorActivate(false);
        settings.setCustomHistoryLevels(List.of(new FullHistory()));
        settings.setHistory(FullHistory.NAME);
        settings.setProcessEngineName("bare-tasks");
        engine = settings.buildProcessEngine();
    }

    private static HikariDataSource connections(Postgres postgres) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(postgres.watchedUrl("esop") + "?currentSchema=camunda");
        settings.setUsername("bench");
        settings.setPassword("bench");
        // the engine fetches its ids by a connection of their own, while it holds one
        settings.setMaximumPoolSize(2 * Settings.CALLERS);
        return new HikariDataSource(settings);
    }

    /** @return the id of the definition */
    String deploy(Path folder) {
        var repository = engine.getRepositoryService();
        var deployment = repository.createDeployment().name("bench");
        for (var file : List.of("confirm-line.bpmn", "confirm-line.form")) {
            deployment.addString(file, BareEngine.text(folder.resolve(file)));
        }
        deployment.deploy();
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("confirm-line")
                .latestVersion()
                .singleResult()
                .getId();
    }

    void page(List<String> groups) {
        waiting(groups).orderByDueDate().asc().listPage(0, PAGE);
    }

    /** The same numbers as beside the inbox. */
    void counts(List<String> groups, String person) {
        mine(person).count();
        waiting(groups).count();
        mine(person).dueBefore(new Date()).count();
        waiting(groups).dueBefore(new Date()).count();
    }

    void search(List<String> groups, String fragment) {
        var query = waiting(groups).or();
        FACTS.forEach(fact -> query.processVariableValueLike(fact, "%" + fragment + "%"));
        query.endOr().orderByDueDate().asc().listPage(0, PAGE);
    }

    void claim(String task, String person) {
        engine.getTaskService().claim(task, person);
    }

    void complete(String task) {
        engine.getTaskService().complete(task, Map.of("result", "一致"));
    }

    private TaskQuery waiting(List<String> groups) {
        return engine.getTaskService().createTaskQuery().taskCandidateGroupIn(groups);
    }

    private TaskQuery mine(String person) {
        return engine.getTaskService().createTaskQuery().taskAssignee(person);
    }

    @Override
    public void close() {
        engine.close();
        connections.close();
    }

    /** The engine's default, under the name of the level that is noted in these tables. */
    private static final class FullHistory implements HistoryLevel {

        static final String NAME = "steps";

        @Override
        public int getId() {
            return 77;
        }

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
            return HISTORY_LEVEL_FULL.isHistoryEventProduced(type, entity);
        }
    }
}
