package esop.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A caller of one side; for ESOP in the name of a person. */
final class Http {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private static final Duration CREDENTIAL_LASTS = Duration.ofMinutes(5);

    private record Credential(String text, Instant until) {}

    private final Map<String, Credential> credentials = new ConcurrentHashMap<>();
    private final String base;

    Http(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Signs on anew, so that it need not in the middle of what is measured. */
    void renew(String person) {
        credentials.put(person, signOn(person));
    }

    JsonNode get(@Nullable String person, String path) {
        return send(request(person, path).GET());
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send(request(null, path).PUT(BodyPublishers.ofString(text(body))));
    }

    JsonNode post(@Nullable String person, String path, Map<String, ?> body) {
        return send(request(person, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(text(body))));
    }

    private JsonNode send(HttpRequest.Builder request) {
        var built = request.build();
        try {
            var answer = client.send(built, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        built.method() + " " + built.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(built.method() + " " + built.uri(), failure);
        }
    }

    private HttpRequest.Builder request(@Nullable String person, String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json");
        return person == null ? request : request.header("Authorization", credential(person));
    }

    private String credential(String person) {
        return credentials
                .compute(
                        person,
                        (name, known) -> known != null && Instant.now().isBefore(known.until()) ? known : signOn(name))
                .text();
    }

    private Credential signOn(String person) {
        var answer = post(null, "/api/auth/token", Map.of("username", person, "password", "esop-demo"));
        return new Credential(
                "Bearer " + answer.path("accessToken").asText(), Instant.now().plus(CREDENTIAL_LASTS));
    }

    private static String text(Map<String, ?> body) {
        return JSON.valueToTree(body).toString();
    }
}
