package esop.faults;

import com.fasterxml.jackson.databind.JsonNode;
import esop.EmbeddedDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** Sandbox and server as two processes of the packaged application, each with a PostgreSQL of its own, so that each can die alone. */
final class Province implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "fault-data").toAbsolutePath();
    private static final String[] SERVER = {"--esop.mode=server", "--server.address=localhost"};

    private final Path folder;
    private final int serverPort = freePort();
    private final int sandboxPort = freePort();
    private final EmbeddedDatabase postgres;
    private final EmbeddedDatabase systems;
    private final Packaged sandbox;
    private final Packaged server;
    private final Client client = new Client("http://localhost:" + serverPort);
    private final Client ledger = new Client("http://localhost:" + sandboxPort);

    /** What the sandbox's ledger says of one request: only {@code yes} is an effect. */
    record Effect(String system, String operation, String externalId, String applied) {}

    Province() throws IOException {
        this(FOLDER);
    }

    Province(Path folder) throws IOException {
        this.folder = folder;
        FileSystemUtils.deleteRecursively(FOLDER);
        FileSystemUtils.deleteRecursively(folder);
        postgres = EmbeddedDatabase.open(folder.resolve("postgres"));
        // The programs are unpacked once, beside whichever was first.
        Files.createDirectories(FOLDER.resolve("postgres-programs"));
        systems = EmbeddedDatabase.open(FOLDER.resolve("systems"));
        sandbox = new Packaged("sandbox", environment(), "--esop.mode=sandbox").start();
        server = new Packaged("server", environment(), SERVER).start();
    }

    Packaged server() {
        return server;
    }

    Client client() {
        return client;
    }

    /** The backing systems, and the ledger of what they were asked. */
    Client sandbox() {
        return ledger;
    }

    Postgres postgres() {
        return new Postgres(folder.resolve("postgres"));
    }

    /**
     * Another node of the server on the same database; whoever starts it ends it.
     *
     * @param changes of the environment, for example of its clock
     */
    Packaged node(String name, Map<String, String> changes) {
        var environment = new HashMap<>(environment());
        environment.put("SERVER_PORT", String.valueOf(freePort()));
        environment.putAll(changes);
        return new Packaged(name, environment, SERVER);
    }

    /** Asks ESOP's own tables. */
    JdbcClient jdbc() {
        return JdbcClient.create(tables());
    }

    Connection connection() throws SQLException {
        return tables().getConnection();
    }

    /** What the engine has given up. */
    long incidents() {
        return jdbc().sql("SELECT count(*) FROM camunda.act_ru_incident WHERE cause_incident_id_ = id_")
                .query(Long.class)
                .single();
    }

    private DriverManagerDataSource tables() {
        var esop = postgres.dataSource("esop");
        return new DriverManagerDataSource(
                (String) esop.get("spring.datasource.url"), (String) esop.get("spring.datasource.username"), (String)
                        esop.get("spring.datasource.password"));
    }

    /** Everything the systems were asked to change, and whether it took effect. */
    List<Effect> effects() {
        var effects = new ArrayList<Effect>();
        JsonNode page;
        do {
            page = ledger.get("/ledger?size=1000&page=" + effects.size() / 1000).body();
            stream(page.path("items"))
                    .map(item -> new Effect(
                            item.path("system").asText(),
                            item.path("operation").asText(),
                            item.path("externalId").asText(),
                            item.path("applied").asText()))
                    .forEach(effects::add);
        } while (effects.size() < page.path("total").asLong());
        return effects;
    }

    @Override
    public void close() throws IOException {
        Stream.of(server, sandbox).filter(Packaged::isRunning).forEach(Packaged::stop);
        postgres.close();
        systems.close();
    }

    static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Map<String, String> environment() {
        var esop = postgres.dataSource("esop");
        var sandboxes = systems.dataSource("esop_sandbox");
        return Map.ofEntries(
                Map.entry("ESOP_DATA", folder.toString()),
                Map.entry("ESOP_STORY", "false"),
                // what the dead held is free again sooner than in earnest
                Map.entry("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "15000"),
                Map.entry("ESOP_CALLS_LEASE", "15s"),
                Map.entry("SERVER_PORT", String.valueOf(serverPort)),
                Map.entry("ESOP_SANDBOX_PORT", String.valueOf(sandboxPort)),
                Map.entry("ESOP_SANDBOX_URL", "http://localhost:" + sandboxPort),
                Map.entry("ESOP_PUBLIC_URL", "http://localhost:" + serverPort),
                Map.entry("SPRING_DATASOURCE_URL", (String) esop.get("spring.datasource.url")),
                Map.entry("SPRING_DATASOURCE_USERNAME", (String) esop.get("spring.datasource.username")),
                Map.entry("SPRING_DATASOURCE_PASSWORD", (String) esop.get("spring.datasource.password")),
                Map.entry("ESOP_SANDBOX_DATASOURCE_URL", (String) sandboxes.get("spring.datasource.url")),
                Map.entry("ESOP_SANDBOX_DATASOURCE_USERNAME", (String) sandboxes.get("spring.datasource.username")),
                Map.entry("ESOP_SANDBOX_DATASOURCE_PASSWORD", (String) sandboxes.get("spring.datasource.password")));
    }
}
