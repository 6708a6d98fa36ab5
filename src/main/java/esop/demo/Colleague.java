package esop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
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

    /** A filter of the inbox, shared with the whole department; one that is there already stays. */
    void keep(Map<String, String> conditions) {
        http.post()
                .uri("/api/task-filters")
                .body(conditions)
                .retrieve()
                .onStatus(status -> status.isSameCodeAs(HttpStatus.UNPROCESSABLE_ENTITY), (request, response) -> {})
                .toBodilessEntity();
    }

    String enter(String idempotencyKey, Map<String, ?> opportunity) {
        return http.post()
                .uri("/api/opportunities")
                .header("Idempotency-Key", idempotencyKey)
                .body(opportunity)
                .retrieve()
                .body(JsonNode.class)
                .get("id")
                .asText();
    }

    JsonNode opportunity(String id) {
        return get("/api/opportunities/{id}", id);
    }

    void put(String opportunityId, String part, Map<String, ?> body) {
        http.put()
                .uri("/api/opportunities/{id}/{part}", opportunityId, part)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    void act(String opportunityId, String action, String reason) {
        http.post()
                .uri("/api/opportunities/{id}/act", opportunityId)
                .body(Map.of("action", action, "reason", reason))
                .retrieve()
                .toBodilessEntity();
    }

    String takeIn(String idempotencyKey, Map<String, ?> intake) {
        return http.post()
                .uri("/api/intakes")
                .header("Idempotency-Key", idempotencyKey)
                .body(intake)
                .retrieve()
                .body(JsonNode.class)
                .get("id")
                .asText();
    }

    JsonNode intake(String id) {
        return get("/api/intakes/{id}", id);
    }

    void actOn(String intakeId, Map<String, ?> act) {
        http.post().uri("/api/intakes/{id}/act", intakeId).body(act).retrieve().toBodilessEntity();
    }

    void orderFor(String intakeId, String customerId, List<String> products) {
        var items = products.stream()
                .map(product -> Map.of("offeringId", product, "characteristics", Map.of()))
                .toList();
        http.post()
                .uri("/api/intakes/{id}/order", intakeId)
                .body(Map.of("customerId", customerId, "items", items))
                .retrieve()
                .toBodilessEntity();
    }

    void withdrawIntake(String intakeId, String reason) {
        http.post()
                .uri("/api/intakes/{id}/withdraw", intakeId)
                .body(Map.of("reason", reason))
                .retrieve()
                .toBodilessEntity();
    }

    void sign(String opportunityId, byte[] file) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("kind", "signed");
        parts.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return "合同签字页.pdf";
            }
        });
        http.post()
                .uri("/api/opportunities/{id}/documents", opportunityId)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .retrieve()
                .toBodilessEntity();
    }

    byte[] offer(String opportunityId) {
        return http.get()
                .uri("/api/opportunities/{id}/offer", opportunityId)
                .retrieve()
                .body(byte[].class);
    }

    String cancel(String idempotencyKey, Map<String, ?> cancellation) {
        return http.post()
                .uri("/api/cancellations")
                .header("Idempotency-Key", idempotencyKey)
                .body(cancellation)
                .retrieve()
                .body(JsonNode.class)
                .get("id")
                .asText();
    }

    String cancellationState(String id) {
        return get("/api/cancellations/{id}", id).get("state").asText();
    }

    /** The newest of the customer's subscriptions to a product, where it has one. */
    Optional<String> subscription(String customerId, String product) {
        var held = get("/api/customers/{id}/subscriptions?size=200", customerId).get("items");
        return StreamSupport.stream(held.spliterator(), false)
                .filter(one -> one.get("product").asText().equals(product))
                .map(one -> one.get("id").asText())
                .findFirst();
    }

    /** The opportunity of this name that has become an order. */
    Optional<JsonNode> converted(String customerId, String name) {
        var found = get("/api/opportunities?view=all&state=converted&size=200&customer={customer}", customerId)
                .get("items");
        return StreamSupport.stream(found.spliterator(), false)
                .filter(one -> one.get("name").asText().equals(name))
                .findFirst();
    }

    String customer(String name) {
        return get("/api/customers?q={name}", name).at("/items/0/id").asText();
    }

    JsonNode orderPage(String orderId) {
        return get("/api/orders/{id}", orderId);
    }

    /** The number that a system gave to what a step of this order made there. */
    String made(String orderId, String step) {
        return StreamSupport.stream(get("/api/orders/{id}/calls", orderId).spliterator(), false)
                .filter(call -> call.path("step").asText().equals(step))
                .map(call -> call.path("externalId").asText())
                .findFirst()
                .orElseThrow();
    }

    /** One that is under way goes on. */
    void audit(String orderId) {
        http.post()
                .uri("/api/order-audits")
                .body(Map.of("orderId", orderId))
                .retrieve()
                .onStatus(status -> status.isSameCodeAs(HttpStatus.CONFLICT), (request, response) -> {})
                .toBodilessEntity();
    }

    /** The open task that one of this order's processes has for this person, if it has come up. */
    Optional<JsonNode> task(String orderId, String process) {
        var tasks = get("/api/tasks?view=group&process={process}&q={order}", process, orderId)
                .get("items");
        return StreamSupport.stream(tasks.spliterator(), false).findFirst();
    }

    /** The same, also where it was given to this person already. */
    Optional<JsonNode> openTask(String subject, String process) {
        return Stream.of("mine", "group")
                .flatMap(view -> StreamSupport.stream(
                        get("/api/tasks?view={view}&process={process}&q={subject}", view, process, subject)
                                .get("items")
                                .spliterator(),
                        false))
                .findFirst();
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
