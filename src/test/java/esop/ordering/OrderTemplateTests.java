package esop.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.catalog.UnsoldProduct;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class OrderTemplateTests {

    private static final String CUSTOMER = "C320100003";

    @Autowired
    private JdbcClient jdbc;

    private Caller zhou;
    private Caller colleague;
    private Caller suzhou;

    @BeforeEach
    void signOn() {
        zhou = Caller.as("account-manager.nanjing").with("Accept-Language", "en");
        colleague = Caller.as("account-manager2.nanjing").with("Accept-Language", "en");
        suzhou = Caller.as("account-manager.suzhou").with("Accept-Language", "en");
    }

    @Test
    void anOrderMadeFromATemplateKeepsItsNameEvenWhenItIsRemoved() {
        var name = aName();
        var id = add(zhou, wish(name, true)).get("id").asText();
        var order = colleague
                .post(
                        "/api/orders",
                        Map.of(
                                "customerId",
                                CUSTOMER,
                                "templateId",
                                id,
                                "items",
                                List.of(Map.of("offeringId", "vpmn", "action", "add", "quantity", 1))))
                .json();
        assertThat(order.get("template").asText()).isEqualTo(name);
        assertThat(zhou.delete("/api/order-templates/" + id).status()).isEqualTo(204);
        assertThat(zhou.get("/api/orders/" + order.get("id").asText())
                        .json()
                        .get("template")
                        .asText())
                .isEqualTo(name);
    }

    @Test
    void ownTemplatesAreOnesOwnAndSharedOnesTheCitys() {
        var own = aName();
        var shared = aName();
        add(zhou, wish(own, false));
        add(zhou, wish(shared, true));
        assertThat(names(zhou)).contains(own, shared);
        assertThat(names(colleague)).contains(shared).doesNotContain(own);
        assertThat(names(suzhou)).doesNotContain(own, shared);
    }

    @Test
    void onlyItsOwnerChangesATemplateAndSomebodyElsesLooksUnknown() {
        var added = add(zhou, wish(aName(), true));
        var path = "/api/order-templates/" + added.get("id").asText();
        var change = wish(aName(), true);
        change.put("revision", 1);
        for (var other : List.of(colleague, suzhou)) {
            assertThat(other.put(path, change).status()).isEqualTo(404);
            assertThat(other.delete(path).status()).isEqualTo(404);
        }
        assertThat(zhou.put(path, change).json().get("revision").asInt()).isEqualTo(2);
        assertThat(zhou.put(path, change).status()).as("read before the change").isEqualTo(409);
        assertThat(Caller.as("manager.nanjing")
                        .post("/api/order-templates", change)
                        .status())
                .as("who enters no orders keeps no templates")
                .isEqualTo(403);
    }

    @Test
    void aNameIsGivenOnce() {
        var name = aName();
        add(zhou, wish(name, true));
        var second = zhou.post("/api/order-templates", wish(name, true));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().at("/errors/0/field").asText()).isEqualTo("name");
        assertThat(zhou.post("/api/order-templates", wish(name, false)).status())
                .isEqualTo(201);
        assertThat(suzhou.post("/api/order-templates", wish(name, true)).status())
                .as("another city's names are not ours to know")
                .isEqualTo(201);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var wish = new HashMap<String, Object>();
        wish.put("name", " ");
        wish.put("city", "suzhou");
        wish.put("priority", 9);
        wish.put("note", "x".repeat(1_001));
        wish.put(
                "items",
                List.of(
                        Map.of("offeringId", "teleporter"),
                        Map.of("offeringId", "leased-line", "characteristics", Map.of("bandwidth", "fast"))));
        var answer = zhou.post("/api/order-templates", wish);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").findValuesAsText("field"))
                .contains("name", "city", "priority", "note", "items[0].offeringId")
                .anyMatch(field -> field.startsWith("items[1].characteristics"));
    }

    @Test
    void aTemplateWhoseProductWasRetiredSaysWhichAndSinceWhenAndKeepsTheRest() {
        try (var gateway = UnsoldProduct.in(jdbc).launched()) {
            assertThat(gateway).isNotNull();
            var name = aName();
            var wish = wish(name, true);
            wish.put("items", List.of(item("vpmn", "add"), item(UnsoldProduct.ID, "add")));
            var id = add(zhou, wish).get("id").asText();
            retireGateway();

            var row = row(colleague, name);
            assertThat(row.get("items")).hasSize(2);
            assertThat(row.get("problems")).hasSize(1);
            assertThat(row.get("itemProblems")).hasSize(1);
            assertThat(row.at("/itemProblems/0/item").asInt()).isEqualTo(1);
            assertThat(row.at("/itemProblems/0/nameEn").asText()).isEqualTo("Industry gateway");
            assertThat(row.at("/itemProblems/0/message").asText())
                    .contains("Industry gateway", "no longer sold since 2", "replaced by 5G");

            wish.put("revision", 1);
            wish.put("name", name + " 2");
            var renamed = zhou.put("/api/order-templates/" + id, wish);
            assertThat(renamed.status())
                    .as("it may wait in it: %s", renamed.body())
                    .isEqualTo(200);
            assertThat(renamed.json().get("itemProblems")).hasSize(1);

            wish.put("revision", 2);
            wish.put("items", List.of(item("vpmn", "add"), item("adc", "add")));
            var replaced = zhou.put("/api/order-templates/" + id, wish);
            assertThat(replaced.json().get("itemProblems")).isEmpty();
            wish.put("revision", 3);
            wish.put("items", List.of(item("vpmn", "add"), item(UnsoldProduct.ID, "add")));
            assertThat(zhou.put("/api/order-templates/" + id, wish).status())
                    .as("it does not come into one again")
                    .isEqualTo(422);
            assertThat(zhou.delete("/api/order-templates/" + id).status()).isEqualTo(204);
        }
    }

    @Test
    void anOrderOfARetiredProductIsRefusedAtItsItemAndEndingOneIsNot() {
        try (var gateway = UnsoldProduct.in(jdbc).launched()) {
            assertThat(gateway).isNotNull();
            retireGateway();
            var order = Map.of(
                    "customerId", CUSTOMER, "items", List.of(item("vpmn", "add"), item(UnsoldProduct.ID, "add")));
            for (var answer : List.of(zhou.post("/api/orders", order), zhou.post("/api/orders/validate", order))) {
                assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("items[1].offeringId");
                assertThat(answer.json().at("/errors/0/message").asText())
                        .contains("Industry gateway", "no longer sold since 2");
            }
            assertThat(zhou.post("/api/orders", order).status()).isEqualTo(422);
            assertThat(zhou.post(
                                    "/api/orders/validate",
                                    Map.of("customerId", CUSTOMER, "items", List.of(item(UnsoldProduct.ID, "delete"))))
                            .json()
                            .get("errors"))
                    .isEmpty();
        }
    }

    private static void retireGateway() {
        var retired = Caller.fresh("designer")
                .post("/api/catalogue/" + UnsoldProduct.ID + "/retire", Map.of("reason", "replaced by 5G"));
        assertThat(retired.status()).as(retired.body()).isEqualTo(200);
    }

    private static Map<String, Object> item(String offering, String action) {
        return Map.of("offeringId", offering, "action", action, "quantity", 1);
    }

    private static Map<String, Object> wish(String name, boolean shared) {
        return new HashMap<>(
                Map.of("name", name, "shared", shared, "items", List.of(Map.of("offeringId", "vpmn", "quantity", 2))));
    }

    private static JsonNode add(Caller caller, Map<String, Object> wish) {
        var answer = caller.post("/api/order-templates", wish);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static List<String> names(Caller caller) {
        return caller.get("/api/order-templates?size=200").json().get("items").findValuesAsText("name");
    }

    private static JsonNode row(Caller caller, String name) {
        for (var row : caller.get("/api/order-templates?size=200").json().get("items")) {
            if (row.get("name").asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError(name + " is not listed");
    }

    private static String aName() {
        return "模板 " + UUID.randomUUID();
    }
}
