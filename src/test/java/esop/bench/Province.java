package esop.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** ESOP as packaged, and the sandbox as a process of its own with a PostgreSQL of its own: what it costs is not counted. */
final class Province implements Side {

    private static final List<String> SYSTEMS = List.of("crm", "boss", "eoms", "platform", "messages");
    private static final String CITY = "nanjing";
    static final String SELLER = "account-manager." + CITY;
    static final String OPERATIONS = "operations." + CITY;
    static final String MANAGER = "manager";
    private static final Map<String, String> PEOPLE =
            Map.of("signOffWorkOrder", OPERATIONS, "callCustomer", "tele-manager." + CITY);

    private final Node sandbox;
    private final Node server;
    private final Http http;
    private final String address;
    private final JdbcClient watcher;
    private final String customer;

    Province(Postgres postgres) {
        var serverPort = Wait.freePort();
        var sandboxPort = Wait.freePort();
        var environment = new HashMap<>(postgres.environment("esop", ""));
        environment.putAll(Map.of(
                "ESOP_DATA",
                Bench.FOLDER.resolve("esop").toString(),
                "ESOP_STORY",
                "false",
                "SERVER_PORT",
                String.valueOf(serverPort),
                "ESOP_SANDBOX_PORT",
                String.valueOf(sandboxPort),
                "ESOP_SANDBOX_URL",
                "http://localhost:" + sandboxPort,
                "ESOP_PUBLIC_URL",
                "http://localhost:" + serverPort));
        sandbox = Node.start(
                "sandbox",
                "✔",
                Map.of(
                        "ESOP_DATA", Bench.FOLDER.resolve("sandbox").toString(),
                        "SERVER_PORT", String.valueOf(serverPort),
                        "ESOP_SANDBOX_PORT", String.valueOf(sandboxPort)),
                List.of("-jar", "target/esop.jar", "--esop.mode=sandbox"));
        server = Node.start(
                "esop",
                "✔",
                environment,
                List.of("-jar", "target/esop.jar", "--esop.mode=server", "--server.address=localhost"));
        http = new Http(serverPort);
        address = "http://localhost:" + serverPort;
        watcher = JdbcClient.create(postgres.database("esop"));
        var simulated = new Http(sandboxPort);
        SYSTEMS.forEach(system -> simulated.put("/behaviour/" + system, Map.of("answerAfterMs", 0)));
        Wait.until(
                "customers",
                () -> http.get(SELLER, "/api/customers?size=1").path("total").asLong() > 0);
        customer = http.get(SELLER, "/api/customers?size=1")
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    String customer() {
        return customer;
    }

    String address() {
        return address;
    }

    Http http() {
        return http;
    }

    @Override
    public String name() {
        return "ESOP";
    }

    @Override
    public String database() {
        return "esop";
    }

    @Override
    public String engine() {
        return "camunda.";
    }

    @Override
    public Node node() {
        return server;
    }

    @Override
    public void ready() {
        http.renew(SELLER);
        PEOPLE.values().forEach(http::renew);
    }

    /** One product of each path: answered at once, by the network, by a platform. */
    @Override
    public void enter() {
        var items = List.of("vpmn", "leased-line", "adc").stream()
                .map(product ->
                        Map.of("offeringId", product, "action", "add", "quantity", 1, "characteristics", Map.of()))
                .toList();
        http.post(SELLER, "/api/orders", Map.of("customerId", customer, "items", items));
    }

    @Override
    public void complete(String taskId, String activity, Map<String, ?> data) {
        http.post(PEOPLE.get(activity), "/api/tasks/" + taskId + "/complete", Map.of("data", data));
    }

    @Override
    public boolean isIdle() {
        return watcher.sql("""
                        SELECT NOT EXISTS (SELECT 1 FROM camunda.act_ru_execution)
                           AND NOT EXISTS (SELECT 1 FROM systems.system_call WHERE state IN ('NEW', 'SENDING', 'RETRY', 'UNKNOWN'))
                           AND NOT EXISTS (SELECT 1 FROM systems.callback WHERE state = 'PARKED')
                        """).query(Boolean.class).single();
    }

    @Override
    public void close() {
        server.close();
        sandbox.close();
    }
}
