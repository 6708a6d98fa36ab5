package esop.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Stands where ESOP would: keeps every callback and answers as the test wants. */
public final class CallbackReceiver implements AutoCloseable {

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Function<Received, Integer> answer = callback -> 200;

    public CallbackReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newFixedThreadPool(8, work -> {
            var thread = new Thread(work, "callback-receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void answers(Function<Received, Integer> wanted) {
        answer = wanted;
    }

    public List<Received> about(String externalId) {
        return received.stream()
                .filter(callback -> externalId.equals(callback.externalId()))
                .toList();
    }

    public List<String> states(String externalId) {
        return about(externalId).stream().map(Received::state).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        var callback = new Received(
                exchange.getRequestURI().getPath(),
                headers.getFirst("X-Esop-Timestamp"),
                headers.getFirst("X-Esop-Message-Id"),
                headers.getFirst("X-Esop-Signature"),
                body,
                new ObjectMapper().readTree(body));
        received.add(callback);
        exchange.sendResponseHeaders(answer.apply(callback), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    public record Received(
            String path, String timestamp, String messageId, String signature, String body, JsonNode json) {

        public JsonNode resource() {
            return json.path("event").elements().next();
        }

        public String externalId() {
            return resource().path("externalId").asText();
        }

        public String state() {
            return resource().path("state").asText();
        }
    }
}
