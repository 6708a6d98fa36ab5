package esop;

import esop.sandbox.SandboxApplication;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts what {@code --esop.mode} asks for (all, server, sandbox) and stops it again in reverse order. */
public final class Esop {

    private final StartProgress progress = new StartProgress();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    public static void main(String[] arguments) {
        new Esop().start(Mode.of(arguments), arguments);
    }

    private void start(Mode mode, String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "esop-stop"));
        try {
            var databases = openDatabases(mode);
            if (mode.sandbox()) {
                progress.step("启动仿真后台系统", "starting the simulated backing systems");
                keep(application(SandboxApplication.class, "sandbox", databases.get("sandbox"))
                        .run(arguments));
            }
            if (mode.server()) {
                progress.step("启动 ESOP 服务", "starting the ESOP server");
                var server = keep(application(EsopApplication.class, "application", databases.get("server"))
                        .run(arguments));
                progress.ready("http://localhost:" + server.getEnvironment().getProperty("local.server.port"));
            }
        } catch (Exception failure) {
            progress.failed(failure);
            System.exit(1);
        }
    }

    private Map<String, Map<String, Object>> openDatabases(Mode mode) {
        var databases = new HashMap<String, Map<String, Object>>();
        databases.put("server", givenDatabase("SPRING_DATASOURCE"));
        databases.put("sandbox", givenDatabase("ESOP_SANDBOX_DATASOURCE"));
        var serverGiven = !mode.server() || !databases.get("server").isEmpty();
        var sandboxGiven = !mode.sandbox() || !databases.get("sandbox").isEmpty();
        if (serverGiven && sandboxGiven) {
            return databases;
        }
        progress.step("启动内置 PostgreSQL", "starting the embedded PostgreSQL");
        var postgres = EmbeddedDatabase.open(EmbeddedDatabase.defaultFolder());
        running.push(postgres);
        if (!serverGiven) {
            databases.put("server", postgres.dataSource("esop"));
        }
        if (!sandboxGiven) {
            databases.put("sandbox", postgres.dataSource("esop_sandbox"));
        }
        return databases;
    }

    private static Map<String, Object> givenDatabase(String prefix) {
        var url = System.getenv(prefix + "_URL");
        return url == null
                ? Map.of()
                : Map.of(
                        "spring.datasource.url", url,
                        "spring.datasource.username", System.getenv().getOrDefault(prefix + "_USERNAME", "postgres"),
                        "spring.datasource.password", System.getenv().getOrDefault(prefix + "_PASSWORD", ""));
    }

    private static SpringApplication application(Class<?> type, String configName, Map<String, Object> database) {
        var application = new SpringApplication(type);
        application.setDefaultProperties(Map.of("spring.config.name", configName));
        application.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("database", database)));
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        return application;
    }

    private ConfigurableApplicationContext keep(ConfigurableApplicationContext context) {
        running.push(context);
        return context;
    }

    private void stop() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failure) {
                progress.failed(failure);
            }
        }
    }

    private enum Mode {
        ALL,
        SERVER,
        SANDBOX;

        static Mode of(String[] arguments) {
            for (var argument : arguments) {
                if (argument.startsWith("--esop.mode=")) {
                    return valueOf(argument.substring("--esop.mode=".length()).toUpperCase());
                }
            }
            var environment = System.getenv("ESOP_MODE");
            return environment == null ? ALL : valueOf(environment.toUpperCase());
        }

        boolean server() {
            return this != SANDBOX;
        }

        boolean sandbox() {
            return this != SERVER;
        }
    }
}
