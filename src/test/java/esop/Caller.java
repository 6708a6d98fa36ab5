package esop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody outside who calls the running server: with a session like a browser, with a credential, or unknown. */
public final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> CREDENTIALS = new ConcurrentHashMap<>();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Caller() {}

    public static Caller anonymous() {
        return new Caller();
    }

    /** With a signed credential; people whose rights a test changes need a {@link #fresh} one. */
    public static Caller as(String person) {
        return anonymous().with("Authorization", CREDENTIALS.computeIfAbsent(person, Caller::credential));
    }

    /** Whoever's rights a test has changed and given back signs on anew. */
    public static void forget(String person) {
        CREDENTIALS.remove(person);
    }

    public static Caller fresh(String person) {
        return anonymous().with("Authorization", credential(person));
    }

    private static String credential(String person) {
        var token = anonymous().post("/api/auth/token", Map.of("username", person, "password", "esop-demo"));
        if (token.status() != 200) {
            throw new AssertionError(person + " is refused: " + token.body());
        }
        return "Bearer " + token.json().get("accessToken").asText();
    }

    /** With a session, as the console does it. */
    public static Caller browser(String person) {
        var browser = anonymous();
        var answer = browser.signOn(person, "esop-demo");
        if (answer.status() != 204) {
            throw new AssertionError(person + " is refused: " + answer.body());
        }
        return browser;
    }

    public Caller with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Answer signOn(String person, String password) {
        get("/api/login-info");
        return send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=" + encoded(person) + "&password=" + encoded(password))));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return json("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return json("PUT", path, body);
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer json(String method, String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(text(body))));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(TestEnvironment.serverUrl() + path));
        headers.forEach(request::header);
        if (!headers.containsKey("X-ESOP-XSRF") && cookie("ESOP-XSRF") != null) {
            request.header("X-ESOP-XSRF", cookie("ESOP-XSRF"));
        }
        return request;
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (JsonProcessingException failure) {
                throw new AssertionError("not JSON: " + body(), failure);
            }
        }
    }
}
