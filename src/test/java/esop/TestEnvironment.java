package esop;

import esop.sandbox.SandboxApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL and the real sandbox, once for the whole test run, before the server's context starts. */
public class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final EmbeddedDatabase POSTGRES = postgres();
    private static final int SERVER_PORT = freePort();
    private static final int SANDBOX_PORT = freePort();

    public static String serverUrl() {
        return "http://localhost:" + SERVER_PORT;
    }

    public static String sandboxUrl() {
        return "http://localhost:" + SANDBOX_PORT;
    }

    /** A new database for a test that starts a sandbox of its own. */
    public static Map<String, Object> newDatabase(String name) {
        var admin = POSTGRES.dataSource("esop_sandbox");
        JdbcClient.create(new DriverManagerDataSource(
                        admin.get("spring.datasource.url").toString(),
                        admin.get("spring.datasource.username").toString(),
                        admin.get("spring.datasource.password").toString()))
                .sql("CREATE DATABASE " + name)
                .update();
        return POSTGRES.dataSource(name);
    }

    /** The database of the server, as its owner. */
    static ExternalDatabase database() {
        var properties = POSTGRES.dataSource("esop");
        return new ExternalDatabase(
                properties.get("spring.datasource.url").toString(),
                properties.get("spring.datasource.username").toString(),
                properties.get("spring.datasource.password").toString());
    }

    static {
        var sandbox = new SpringApplication(SandboxApplication.class);
        var properties = new HashMap<String, Object>(POSTGRES.dataSource("esop_sandbox"));
        properties.put("server.port", SANDBOX_PORT);
        properties.put("esop.public-url", "http://localhost:" + SERVER_PORT);
        sandbox.setDefaultProperties(Map.of("spring.config.name", "sandbox"));
        sandbox.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties)));
        sandbox.run();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = new HashMap<String, Object>(POSTGRES.dataSource("esop"));
        properties.put("server.port", SERVER_PORT);
        properties.put("esop.public-url", "http://localhost:" + SERVER_PORT);
        properties.put("esop.sandbox-url", sandboxUrl());
        properties.put("esop.story", false);
        properties.put("ESOP_PROXIES", "127\\.0\\.0\\.1");
        properties.put("esop.catalog.fresh", "0s");
        properties.put("esop.calls.poll", "100ms");
        properties.put("esop.calls.lease", "6s");
        properties.put("esop.calls.proof-delay", "100ms");
        properties.put("esop.calls.redelivery", "300ms");
        properties.put("esop.calls.breaker.pause", "700ms");
        properties.put("esop.calls.patience", "10s");
        properties.put("esop.systems.messages.timeout", "800ms");
        properties.put("esop.callbacks.retry", "100ms");
        properties.put("esop.calendar.settle", "300ms");
        properties.put("esop.calendar.poll", "200ms");
        properties.put("esop.north.jeopardy-watch", "300ms");
        properties.put("esop.provisioning.learn-usual-after", "1d");
        properties.put("esop.provisioning.risk-watch-after", "1d");
        properties.put("esop.audit.look-after", "1d");
        properties.put("esop.listeners.hosts", "localhost,*.listeners.example");
        properties.put("esop.callbacks.alarm-after", "1s");
        properties.put("esop.web.list-limit", LongListTests.LIMIT);
        properties.put("esop.web.keyed-patience", "5s");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
    }

    private static EmbeddedDatabase postgres() {
        try {
            var folder = Path.of("target", "test-postgres").toAbsolutePath();
            StalePostgres.stop(folder);
            FileSystemUtils.deleteRecursively(folder);
            var database = EmbeddedDatabase.open(folder);
            SpringApplication.getShutdownHandlers().add(() -> close(database));
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void close(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
