package esop;

import esop.sandbox.SandboxApplication;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts what {@code --esop.mode} asks for (all, server, sandbox) and stops it again in reverse order. */
public final class Esop {

    private final StartProgress progress = new StartProgress();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final String[] arguments;
    private volatile boolean stopping;

    private Esop(String[] arguments) {
        this.arguments = arguments;
    }

    public static void main(String[] arguments) {
        new Esop(arguments).start();
    }

    private void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "esop-stop"));
        try {
            var settings = StartSettings.of(arguments);
            DataFolder.checkRights(settings.data());
            StartLog.open(settings.log());
            start(settings);
        } catch (StartFailure failure) {
            end(failure);
        }
    }

    private void start(StartSettings settings) {
        try {
            settings.checkPorts();
            var databases = databases(settings);
            if (settings.mode().sandbox()) {
                progress.step("启动仿真后台系统", "starting the simulated backing systems");
                keep(sandbox(settings, databases.get("sandbox")));
            }
            if (settings.mode().server()) {
                progress.step("启动 ESOP 服务", "starting the ESOP server");
                keep(server(settings, databases.get("server")));
            }
            IdleMemory.giveBack();
            ready(settings);
        } catch (Exception | LinkageError failure) {
            LoggerFactory.getLogger(Esop.class).debug("the start failed", failure);
            end(StartFailure.of(failure, settings.log()));
        }
    }

    private Map<String, Map<String, Object>> databases(StartSettings settings) throws IOException {
        var databases = new HashMap<String, Map<String, Object>>();
        settings.sandboxDatabase().ifPresent(database -> {
            database.checkForSandbox();
            databases.put("sandbox", database.properties());
        });
        settings.serverDatabase().ifPresent(database -> {
            database.checkForServer();
            databases.put("server", database.properties());
        });
        if (settings.needsEmbeddedDatabase()) {
            var postgres = openPostgres(settings);
            databases.putIfAbsent("sandbox", postgres.dataSource("esop_sandbox"));
            databases.putIfAbsent("server", postgres.dataSource("esop"));
        }
        return databases;
    }

    /** Under the lock that {@link #stop} takes: a signal in the middle waits until there is something to stop. */
    private EmbeddedDatabase openPostgres(StartSettings settings) throws IOException {
        synchronized (running) {
            if (stopping) {
                throw new IllegalStateException("stopped while starting");
            }
            var folder = DataFolder.claim(settings.data());
            running.push(folder);
            if (folder.isNew()) {
                progress.step("首次启动：准备内置 PostgreSQL", "first start: preparing the embedded PostgreSQL");
            } else {
                progress.step("启动内置 PostgreSQL", "starting the embedded PostgreSQL");
            }
            var postgres = folder.openPostgres();
            running.push(postgres);
            return postgres;
        }
    }

    private static SpringApplication application(
            Class<?> type, Map<String, Object> defaults, Map<String, Object> given) {
        var application = new SpringApplication(type);
        application.setDefaultProperties(defaults);
        application.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("launcher", given)));
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        return application;
    }

    private ConfigurableApplicationContext sandbox(StartSettings settings, Map<String, Object> database) {
        var given = new HashMap<>(database);
        // SERVER_PORT and SERVER_ADDRESS are the server's, and would otherwise reach the sandbox too.
        given.put("server.address", settings.sandboxAddress());
        given.put("server.port", settings.sandboxPort());
        return application(SandboxApplication.class, settings.defaults("sandbox"), given)
                .run(arguments);
    }

    private ConfigurableApplicationContext server(StartSettings settings, Map<String, Object> database) {
        var application = application(EsopApplication.class, settings.defaults("application"), database);
        application.addInitializers(context ->
                context.getBeanFactory().registerSingleton("migrationProgress", new MigrationProgress(progress)));
        return application.run(arguments);
    }

    private void keep(ConfigurableApplicationContext context) {
        synchronized (running) {
            running.push(context);
        }
    }

    private void ready(StartSettings settings) {
        if (settings.mode().server()) {
            progress.ready("ESOP 已就绪", "ESOP is ready", "http://localhost:" + settings.serverPort());
        }
        if (settings.mode().sandbox()) {
            progress.ready("仿真系统已就绪", "the sandbox is ready", "http://localhost:" + settings.sandboxPort());
        }
    }

    private void end(StartFailure failure) {
        if (!stopping) {
            progress.failed(failure);
        }
        System.exit(1);
    }

    private void stop() {
        stopping = true;
        synchronized (running) {
            while (!running.isEmpty()) {
                try {
                    running.pop().close();
                } catch (Exception failure) {
                    LoggerFactory.getLogger(Esop.class).warn("not stopped cleanly", failure);
                }
            }
        }
    }
}
