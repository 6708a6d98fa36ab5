package esop.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.TestEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A sandbox of the tests' own, whose callbacks come to a receiver of the tests' own. */
final class Sandbox {

    static final String SERVICE = "/boss/tmf-api/ServiceActivationAndConfiguration/v4/service";
    static final String RESOURCE_ORDER = "/eoms/tmf-api/resourceOrdering/v4/resourceOrder";
    static final String RESERVATION = "/eoms/tmf-api/resourcePoolManagement/v1/reservation";
    static final String SERVICE_ORDER = "/platform/tmf-api/serviceOrdering/v4/serviceOrder";
    static final String CANCEL_SERVICE_ORDER = "/platform/tmf-api/serviceOrdering/v4/cancelServiceOrder";
    static final String INSTALLATION = "/si/tmf-api/serviceOrdering/v4/serviceOrder";
    static final String TIME_SLOT = "/si/tmf-api/appointment/v4/searchTimeSlot";
    static final String APPOINTMENT = "/si/tmf-api/appointment/v4/appointment";
    static final String SERVICE_TEST = "/platform/tmf-api/serviceTestManagement/v4/serviceTest";
    static final String PRODUCT_ORDER = "/crm/tmf-api/productOrderingManagement/v4/productOrder";
    static final String CUSTOMER = "/crm/tmf-api/customerManagement/v4/customer";
    static final String MESSAGE = "/messages/tmf-api/communicationManagement/v4/communicationMessage";

    private static Sandbox shared;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final CallbackReceiver receiver = new CallbackReceiver();
    private final Map<String, Object> database;
    private ConfigurableApplicationContext context;

    private Sandbox() {
        database = TestEnvironment.newDatabase("sandbox_tests");
        start();
    }

    static synchronized Sandbox running() {
        if (shared == null) {
            shared = new Sandbox();
        }
        return shared;
    }

    void start() {
        var properties = new HashMap<>(database);
        properties.put("server.port", 0);
        properties.put("esop.public-url", receiver.url());
        var application = new SpringApplication(SandboxApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "sandbox"));
        application.addInitializers(starting ->
                starting.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties)));
        context = application.run();
    }

    void stop() {
        context.close();
    }

    CallbackReceiver receiver() {
        return receiver;
    }

    /** As on the first day: whole, quick, nobody in the way. */
    void heal() {
        receiver.answers(callback -> 200);
        send("DELETE", "/faults", null, null);
        for (var system : new String[] {"boss", "crm", "eoms", "messages", "platform", "si"}) {
            put("/behaviour/" + system, "{\"answerAfterMs\": 300, \"manual\": false, \"monitor\": false}");
        }
    }

    static String newKey(String word) {
        return word + ":" + UUID.randomUUID().toString().substring(0, 8) + ":1";
    }

    static String resourceOrder(String externalId) {
        return """
                {"externalId": "%s", "priority": 2,
                 "orderItem": [{"id": "1", "action": "add", "resource": {"name": "leased-line"}}]}""".formatted(externalId);
    }

    static String serviceOrder(String externalId) {
        return """
                {"externalId": "%s", "priority": "2",
                 "serviceOrderItem": [{"id": "1", "action": "add", "service": {"name": "adc"}}]}""".formatted(externalId);
    }

    static String service(String externalId) {
        return """
                {"externalId": "%s", "state": "active", "serviceSpecification": {"id": "vpmn"}}""".formatted(externalId);
    }

    Reply post(String path, String key, String body) {
        return send("POST", path, key, body);
    }

    Reply patch(String path, String key, String body) {
        return send("PATCH", path, key, body);
    }

    Reply put(String path, String body) {
        return send("PUT", path, null, body);
    }

    Reply get(String path) {
        return send("GET", path, null, null);
    }

    Reply send(String method, String path, String key, String body) {
        try {
            return exchange(method, path, key, body, Duration.ofSeconds(10));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As a caller with patience for the whole answer, not only for its beginning. */
    Reply exchange(String method, String path, String key, String body, Duration patience) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            var response = http.sendAsync(request.build(), BodyHandlers.ofString())
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response, json);
        } catch (TimeoutException none) {
            throw new HttpTimeoutException("no whole answer within " + patience);
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause().getMessage(), failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    JsonNode ledger(String query) {
        return get("/ledger?size=1000&" + query).json();
    }

    long applied(String externalId) {
        return ledger("applied=yes&externalId=" + externalId).path("total").asLong();
    }

    String url() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    record Reply(HttpResponse<String> response, ObjectMapper mapper) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            try {
                return mapper.readTree(response.body());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        String id() {
            return json().path("id").asText();
        }
    }
}
