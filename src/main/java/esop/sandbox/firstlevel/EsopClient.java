package esop.sandbox.firstlevel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.sandbox.kernel.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Speaks to ESOP's north face as the first level does: with an account of its own. */
@Component
class EsopClient {

    static final String ACCOUNT = "first-level-client";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final Environment environment;
    private final ObjectMapper json;

    EsopClient(Environment environment, ObjectMapper json) {
        this.environment = environment;
        this.json = json;
    }

    record Said(int status, JsonNode body) {

        boolean isFine() {
            return status / 100 == 2;
        }
    }

    Said post(String path, JsonNode body) {
        return send(request(path).header("Authorization", "Bearer " + credential()), body);
    }

    /** A new one each time: they do not last, and it is a person who asks. */
    private String credential() {
        var password = environment.getProperty("esop.first-level.password", "esop-demo");
        var answer =
                send(request("/api/auth/token"), json.valueToTree(Map.of("username", ACCOUNT, "password", password)));
        if (!answer.isFine() || !answer.body().hasNonNull("accessToken")) {
            throw Refusal.notPossible("ESOP does not let " + ACCOUNT + " in: " + answer.body());
        }
        return answer.body().path("accessToken").asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(environment.getRequiredProperty("esop.public-url") + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh-CN");
    }

    private Said send(HttpRequest.Builder request, JsonNode body) {
        try {
            var answer = http.send(
                    request.POST(BodyPublishers.ofString(body.toString())).build(), BodyHandlers.ofString());
            return new Said(answer.statusCode(), read(answer));
        } catch (IOException unreachable) {
            throw Refusal.notPossible("ESOP cannot be reached: " + unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.notPossible("stopped while waiting for ESOP");
        }
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        return answer.body().isBlank() ? json.createObjectNode() : json.readTree(answer.body());
    }
}
