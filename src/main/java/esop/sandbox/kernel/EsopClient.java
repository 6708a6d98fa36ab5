package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Speaks to ESOP's north face as other systems do: each with an account of its own, {@code <system>-client}. */
@Component
public class EsopClient {

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

    public record Said(int status, JsonNode body) {

        public boolean isFine() {
            return status / 100 == 2;
        }
    }

    /**
     * @param system who speaks, for example {@code crm}; its password is the property {@code esop.<system>.password}
     * @throws Refusal where ESOP refuses or cannot be reached
     */
    public JsonNode post(String system, String path, JsonNode body) {
        return fine(said(system, path, body));
    }

    /** What ESOP said, whatever it was. */
    public Said said(String system, String path, JsonNode body) {
        return send(request(path).header("Authorization", "Bearer " + credential(system)), body);
    }

    public static JsonNode fine(Said answer) {
        if (!answer.isFine()) {
            throw new Refusal(
                    422,
                    "refusedByEsop",
                    answer.body().path("message").asText(answer.body().toString()));
        }
        return answer.body();
    }

    public static String account(String system) {
        return system + "-client";
    }

    /** A new one each time: they do not last, and it is a person who asks. */
    private String credential(String system) {
        var password = environment.getProperty("esop." + system + ".password", "esop-demo");
        var answer = send(
                request("/api/auth/token"),
                json.valueToTree(Map.of("username", account(system), "password", password)));
        if (!answer.isFine() || !answer.body().hasNonNull("accessToken")) {
            throw Refusal.notPossible("ESOP does not let " + account(system) + " in: " + answer.body());
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
