package esop.bench;

import java.io.File;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link BareEngine} as a process of its own, without any of ESOP's classes. */
final class BareSide implements Side {

    private final Node node;
    private final Http http;
    private final JdbcClient watcher;

    BareSide(Postgres postgres) {
        var port = Wait.freePort();
        var environment = new HashMap<>(postgres.environment("bare", ""));
        environment.put("SERVER_PORT", String.valueOf(port));
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("target" + File.separator + "classes"))
                .collect(Collectors.joining(File.pathSeparator));
        node = Node.start(
                "bare",
                BareEngine.READY,
                environment,
                List.of("-cp", classPath, "-Dspring.config.name=bare", BareEngine.class.getName()));
        http = new Http(port);
        watcher = JdbcClient.create(postgres.database("bare"));
    }

    @Override
    public String name() {
        return "bare Camunda";
    }

    @Override
    public String database() {
        return "bare";
    }

    @Override
    public String engine() {
        return "";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void ready() {}

    @Override
    public void enter() {
        http.post(null, "/orders/" + UUID.randomUUID(), Map.of());
    }

    @Override
    public void complete(String taskId, String activity, Map<String, ?> data) {
        http.post(null, "/tasks/" + taskId, data);
    }

    @Override
    public boolean isIdle() {
        return watcher.sql("SELECT NOT EXISTS (SELECT 1 FROM act_ru_execution)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        node.close();
    }
}
