package esop.faults;

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
import java.util.concurrent.ConcurrentHashMap;

/** Somebody outside who does not give up: while nobody answers, he asks again, with the same key. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> credentials = new ConcurrentHashMap<>();
    private final String base;

    record Answer(int status, JsonNode body) {}

    Client(String base) {
        this.base = base;
    }

    Answer get(String path) {
        return persistently(request(path, null).GET());
    }

    Answer get(String person, String path) {
        return persistently(request(path, person).GET());
    }

    Answer put(String path, Map<String, ?> body) {
        return persistently(request(path, null).PUT(BodyPublishers.ofString(text(body))));
    }

    Answer put(String person, String path, Map<String, ?> body) {
        return persistently(request(path, person).PUT(BodyPublishers.ofString(text(body))));
    }

    Answer delete(String path) {
        return persistently(request(path, null).DELETE());
    }

    Answer post(String person, String path, String key, Map<String, ?> body) {
        return persistently(
                request(path, person).header("Idempotency-Key", key).POST(BodyPublishers.ofString(text(body))));
    }

    /** Repeats what had no answer or a server's fault for one; a clear yes or no is final. */
    private Answer persistently(HttpRequest.Builder request) {
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                var answer = http.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() < 500) {
                    var body = answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
                    return new Answer(answer.statusCode(), body);
                }
                giveUpAfter(until, new IOException(answer.statusCode() + " " + answer.body()));
            } catch (IOException unanswered) {
                giveUpAfter(until, unanswered);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
            Packaged.pause(Duration.ofMillis(200));
        }
    }

    private static void giveUpAfter(Instant until, IOException reason) {
        if (Instant.now().isAfter(until)) {
            throw new AssertionError("no answer in " + PATIENCE, reason);
        }
    }

    private HttpRequest.Builder request(String path, String person) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
        return person == null ? request : request.header("Authorization", credential(person));
    }

    private String credential(String person) {
        return credentials.computeIfAbsent(
                person,
                name -> "Bearer "
                        + persistently(request("/api/auth/token", null)
                                        .POST(BodyPublishers.ofString(
                                                text(Map.of("username", name, "password", "esop-demo")))))
                                .body()
                                .path("accessToken")
                                .asText());
    }

    private static String text(Map<String, ?> body) {
        return JSON.valueToTree(body).toString();
    }
}
