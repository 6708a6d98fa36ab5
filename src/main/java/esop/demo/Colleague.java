package esop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;

/** A person of the province at work: everything over the API, with the person's own credential and rights. */
class Colleague {

    private final RestClient http;

    Colleague(RestClient anonymous, String id, String password) {
        var credential = anonymous
                .post()
                .uri("/api/auth/token")
                .body(Map.of("username", id, "password", password))
                .retrieve()
                .body(JsonNode.class)
                .get("accessToken")
                .asText();
        this.http = anonymous
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + credential)
                .build();
    }

    String order(String idempotencyKey, Story.Chapter chapter) {
        var customerId = customer(chapter.customer());
        var items = chapter.items().stream().map(Colleague::body).toList();
        return http.post()
                .uri("/api/orders")
                .header("Idempotency-Key", idempotencyKey)
                .body(Map.of(
                        "customerId", customerId,
                        "items", items,
                        "note", Optional.ofNullable(chapter.note()).orElse("")))
                .retrieve()
                .body(JsonNode.class)
                .get("id")
                .asText();
    }

    void add(String idempotencyKey, String orderId, List<Story.Item> items) {
        var changes = items.stream()
                .map(item -> Map.of("change", "add", "item", body(item)))
                .toList();
        http.post()
                .uri("/api/orders/{id}/amend", orderId)
                .header("Idempotency-Key", idempotencyKey)
                .body(Map.of("items", changes))
                .retrieve()
                .toBodilessEntity();
    }

    void withdraw(String orderId, String reason) {
        http.post()
                .uri("/api/orders/{id}/withdraw", orderId)
                .body(Map.of("reason", reason))
                .retrieve()
                .onStatus(status -> status.isSameCodeAs(HttpStatus.CONFLICT), (request, response) -> {})
                .toBodilessEntity();
    }

    private static Map<String, Object> body(Story.Item item) {
        return Map.of(
                "offeringId", item.offeringId(),
                "action", "add",
                "quantity", item.quantity(),
                "characteristics", item.characteristics());
    }

    /** A story told twice shares it once: the name is taken then. */
    void share(Story.Template template) {
        http.post()
                .uri("/api/order-templates")
                .body(Map.of("name", template.name(), "shared", true, "items", template.items()))
                .retrieve()
                .onStatus(status -> status.isSameCodeAs(HttpStatus.CONFLICT), (request, response) -> {})
                .toBodilessEntity();
    }

    String customer(String name) {
        return get("/api/customers?q={name}", name).at("/items/0/id").asText();
    }

    JsonNode orderPage(String orderId) {
        return get("/api/orders/{id}", orderId);
    }

    /** The open task that one of this order's processes has for this person, if it has come up. */
    Optional<JsonNode> task(String orderId, String process) {
        var tasks = get("/api/tasks?view=group&process={process}&q={order}", process, orderId)
                .get("items");
        return StreamSupport.stream(tasks.spliterator(), false).findFirst();
    }

    void complete(JsonNode task, Map<String, ?> answers) {
        var id = task.get("id").asText();
        http.post().uri("/api/tasks/{id}/claim", id).body(Map.of()).retrieve().toBodilessEntity();
        var form = get("/api/tasks/{id}/form", id);
        http.post()
                .uri("/api/tasks/{id}/complete", id)
                .body(Map.of("data", answers, "revision", form.get("revision").asInt()))
                .retrieve()
                .toBodilessEntity();
    }

    private JsonNode get(String uri, Object... parts) {
        return http.get().uri(uri, parts).retrieve().body(JsonNode.class);
    }
}
