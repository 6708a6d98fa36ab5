package esop.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.TestEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** The sandbox's switches and its ledger, as a person with a browser has them. */
public final class SandboxClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One request that the sandbox saw. */
    public record Entry(String operation, String idempotencyKey, String externalId, String applied) {}

    public void breaks(String system, String mode, Map<String, ?> more) {
        var fault = JSON.createObjectNode().put("mode", mode);
        more.forEach((name, value) -> fault.set(name, JSON.valueToTree(value)));
        send("PUT", "/faults/" + system, fault);
    }

    public void heal() {
        send("DELETE", "/faults", null);
    }

    public void behaves(String system, Map<String, ?> behaviour) {
        send("PUT", "/behaviour/" + system, JSON.valueToTree(behaviour));
    }

    /** What changed something or tried to, oldest first; questions are left out. */
    public List<Entry> ledger(String externalId) {
        var items = send("GET", "/ledger?size=1000&externalId=" + encoded(externalId), null)
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> new Entry(
                        item.path("operation").asText(),
                        item.path("idempotencyKey").asText(),
                        item.path("externalId").asText(),
                        item.path("applied").asText()))
                .toList();
    }

    /** What the first level has ESOP open; answers with its number there. */
    public String sendsDown(String api, String customer, String product) {
        var wish = JSON.createObjectNode()
                .put("api", api)
                .put("customer", customer)
                .put("product", product);
        return send("POST", "/first-level/orders", wish).path("id").asText();
    }

    /** Another system tells ESOP of an opportunity: ESOP's number of it. */
    public String sendLead(String from, String customer, String name) {
        var wish = JSON.createObjectNode()
                .put("from", from)
                .put("customer", customer)
                .put("name", name);
        return send("POST", "/leads", wish).path("id").asText();
    }

    public String state(String system, String resource, String id) {
        return send("GET", "/records/" + system + "/" + resource + "/" + id, null)
                .path("state")
                .asText();
    }

    /** What a system keeps under its own number. */
    public JsonNode record(String system, String resource, String id) {
        return send("GET", "/records/" + system + "/" + resource + "/" + id, null)
                .path("body");
    }

    /** Changes what a system keeps behind ESOP's back. */
    public void changes(String system, String resource, String id, Map<String, ?> change) {
        send("POST", "/records/" + system + "/" + resource + "/" + id, JSON.valueToTree(change));
    }

    /** How often it took effect. */
    public long applied(String externalId) {
        return ledger(externalId).stream()
                .filter(entry -> entry.applied().equals("yes"))
                .count();
    }

    /** The external ids that took effect, in the order of the ledger, of everything whose id begins so. */
    public List<String> arrivals(String prefix) {
        var items = send("GET", "/ledger?size=1000&newest=true", null).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("externalId").asText().startsWith(prefix + ":")
                        && item.path("applied").asText().equals("yes"))
                .sorted(Comparator.comparingLong(item -> item.path("id").asLong()))
                .map(item -> item.path("externalId").asText())
                .toList();
    }

    public void awaitState(String system, String resource, String externalId, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> send(
                                "GET",
                                "/records/" + system + "/" + resource + "?externalId=" + encoded(externalId),
                                null)
                        .path("items")
                        .path(0)
                        .path("state")
                        .asText()
                        .equals(state));
    }

    /** What a person at that system says of an open order: {@code complete}, {@code fail} or {@code reject}. */
    public void answers(String system, String resource, String externalId, String answer, String reason) {
        var said = JSON.createObjectNode().put("answer", answer).put("reason", reason);
        send("POST", "/answers/" + system + "/" + resource + "/" + awaitRecord(system, resource, externalId), said);
    }

    /** What a person at that system says of an open order without moving it: {@code alert}, {@code milestone}, {@code expected}, {@code wanted}. */
    public void says(String system, String resource, String externalId, Map<String, String> outlook) {
        var said = JSON.<JsonNode>valueToTree(outlook);
        send("POST", "/outlooks/" + system + "/" + resource + "/" + awaitRecord(system, resource, externalId), said);
    }

    private static String awaitRecord(String system, String resource, String externalId) {
        var records = "/records/" + system + "/" + resource + "?externalId=" + encoded(externalId);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> send("GET", records, null)
                                .path("items")
                                .path(0)
                                .path("id")
                                .asText(),
                        id -> !id.isEmpty());
    }

    private static JsonNode send(String method, String path, JsonNode body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(TestEnvironment.sandboxUrl() + path))
                    .header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                    .build();
            var response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + response.body());
            }
            return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
