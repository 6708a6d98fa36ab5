package esop.north;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.Caller;
import esop.EsopTest;
import esop.catalog.UnsoldProduct;
import esop.systems.SandboxClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The north face as other systems see it; every answer is held against TM Forum's own description. */
@EsopTest
class TmfNorthTests {

    @Autowired
    private JdbcClient jdbc;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TmfSchema TMF622 = new TmfSchema("TMF622-ProductOrdering-v4.0.0.swagger.json");
    private static final TmfSchema TMF620 = new TmfSchema("TMF620-ProductCatalog-v4.1.0.swagger.json");
    private static final String OFFERINGS = "/tmf-api/productCatalogManagement/v4/productOffering";
    private static final String API = "/tmf-api/productOrderingManagement/v4";
    private static final String ORDERS = API + "/productOrder";
    private static final String NANJING = "C320100002";
    private static final String SUZHOU = "C320200001";

    @Autowired
    private ManagementService management;

    private Caller hotline;
    private Caller web;

    @BeforeEach
    void signOn() {
        hotline = Caller.as("hotline-client").with("Accept-Language", "en");
        web = Caller.as("web-client").with("Accept-Language", "en");
    }

    @AfterEach
    void workGoesOn() {
        management.activateJobDefinitionByProcessDefinitionKey("order", true);
    }

    @Test
    void anOrderIsTakenInAndAnsweredInTheClientsOwnNumbers() {
        var number = number();
        var order = order(number, NANJING);
        order.put("priority", "1");
        order.putArray("note").addObject().put("text", "before noon");

        var answer = hotline.post(ORDERS, order);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        TMF622.holds("ProductOrder", answer.json());
        var taken = answer.json();
        assertThat(answer.header("Location"))
                .isEqualTo(taken.get("href").asText())
                .isEqualTo(ORDERS + "/" + taken.get("id").asText());
        assertThat(taken.get("@type").asText()).isEqualTo("ProductOrder");
        assertThat(taken.get("state").asText()).isEqualTo("acknowledged");
        assertThat(taken.get("externalId").asText()).isEqualTo(number);
        assertThat(taken.get("priority").asText()).isEqualTo("1");
        assertThat(taken.at("/note/0/text").asText()).isEqualTo("before noon");
        assertThat(taken.at("/relatedParty/0/id").asText()).isEqualTo(NANJING);
        assertThat(taken.at("/productOrderItem/0/id").asText()).isEqualTo("line-1");
        assertThat(taken.at("/productOrderItem/0/productOffering/id").asText()).isEqualTo("leased-line");
        assertThat(taken.at("/productOrderItem/0/product/productCharacteristic").toString())
                .contains("{\"name\":\"bandwidth\",\"value\":\"200M\"}");

        var console = Caller.as("account-manager.nanjing")
                .get("/api/orders/" + taken.get("id").asText());
        assertThat(console.json().get("createdBy").asText()).isEqualTo("hotline-client");
        var read = hotline.get(taken.get("href").asText());
        assertThat(read.status()).isEqualTo(200);
        TMF622.holds("ProductOrder", read.json());
    }

    @Test
    void theSameNumberAgainIsTheSameOrderAndAnotherContentIsRefused() {
        var number = number();
        var first = hotline.post(ORDERS, order(number, NANJING));
        var again = hotline.post(ORDERS, order(number, NANJING));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));

        var other = hotline.post(ORDERS, order(number, NANJING).put("priority", "0"));
        refused(other, 409, "conflict");
        assertThat(other.json().get("message").asText())
                .contains(number, first.json().get("id").asText());

        var others = web.post(ORDERS, order(number, NANJING));
        assertThat(others.status()).isEqualTo(201);
        assertThat(others.json().get("id")).isNotEqualTo(first.json().get("id"));
        var numbered = hotline.get(ORDERS + "?externalId=" + number);
        assertThat(numbered.json()).hasSize(2);
        assertThat(numbered.header("X-Total-Count")).isEqualTo("2");
    }

    @Test
    void sixAtOnceUnderOneNumberAreOneOrder() {
        var order = order(number(), NANJING);
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> hotline.post(ORDERS, order)))
                .limit(6)
                .toList();
        var statuses = answers.stream().map(answer -> answer.join().status()).toList();
        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(answers.stream()
                        .map(answer -> answer.join().json().get("id").asText())
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/productOrderItem                     |            | productOrderItem: is missing",
                "/productOrderItem                     | []         | productOrderItem: is missing",
                "/productOrderItem/0/id                |            | productOrderItem[0].id: is missing",
                "/productOrderItem/0/action            |            | productOrderItem[0].action: is missing",
                "/productOrderItem/0/productOffering   |            | productOrderItem[0].productOffering.id: is missing",
                "/productOrderItem/0/quantity          | `many`     | productOrderItem[0].quantity: wrong type or format",
                "/productOrderItem/0/productOrderItem  | [{`id`:1}] | productOrderItem[0].productOrderItem: items within items",
                "/productOrderItem/0/product/productCharacteristic/0/name | | productCharacteristic[0].name: is missing",
                "/relatedParty                         |            | relatedParty: exactly one party with the role customer",
                "/relatedParty/0/role                  | `seller`   | relatedParty: exactly one party with the role customer",
                "/relatedParty/0/id                    |            | relatedParty[0].id: is missing",
                "/relatedParty/0/@referredType         |            | relatedParty[0].@referredType: is missing",
                "/note                                 | [{}]       | note[0].text: is missing",
                "/priority                             | `high`     | priority: a whole number",
                "/requestedCompletionDate              | `tomorrow` | requestedCompletionDate: a date-time looks like",
            })
    void whatCannotBeReadIsNamedAtItsAttribute(String place, String value, String message) throws Exception {
        var refused = hotline.post(ORDERS, with(order(number(), NANJING), place, value));
        refused(refused, 400, "bad-request");
        assertThat(refused.json().get("message").asText()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/relatedParty/0/id                     | `C999`     | relatedParty: there is no customer “C999”",
                "/productOrderItem/0/productOffering/id | `teleport` | productOrderItem[0].productOffering.id: there is no product “teleport”",
                "/productOrderItem/0/action             | `noChange` | productOrderItem[0].action: the action is one of",
                "/productOrderItem/0/quantity           | 0          | productOrderItem[0].quantity: the quantity is between",
                "/productOrderItem/0/product/productCharacteristic/0/value | `7M` | productOrderItem[0].product.productCharacteristic.bandwidth: Bandwidth",
                "/requestedCompletionDate               | `2020-01-01T00:00:00Z` | requestedCompletionDate: the requested date must not be before",
                "/priority                              | 9          | priority: the priority is between",
            })
    void whatCannotBeHadIsNamedAtItsAttributeAndItsNumberStaysFree(String place, String value, String message)
            throws Exception {
        var number = number();
        var refused = hotline.post(ORDERS, with(order(number, NANJING), place, value));
        refused(refused, 422, "invalid");
        assertThat(refused.json().get("message").asText()).contains(message);
        assertThat(hotline.post(ORDERS, order(number, NANJING)).status()).isEqualTo(201);
    }

    @Test
    void aListIsFilteredCutAndCounted() {
        var since = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var ids = Stream.generate(() -> place(NANJING)).limit(5).toList();
        var query = ORDERS + "?relatedParty.id=" + NANJING + "&orderDate.gte=" + since;

        var all = hotline.get(query);
        assertThat(all.status()).as(all.body()).isEqualTo(200);
        all.json().forEach(order -> TMF622.holds("ProductOrder", order));
        assertThat(all.json().findValuesAsText("href")).hasSize(5);
        assertThat(all.header("X-Total-Count")).isEqualTo("5");

        var cut = hotline.get(query + "&offset=1&limit=3&fields=state");
        assertThat(cut.header("X-Total-Count")).isEqualTo("5");
        assertThat(cut.header("X-Result-Count")).isEqualTo("3");
        assertThat(ids(cut.json())).containsExactly(ids.get(3), ids.get(2), ids.get(1));
        assertThat(cut.json().get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "href", "@type", "state");
        assertThat(ids(hotline.get(query + "&offset=4&limit=3").json())).containsExactly(ids.get(0));
        assertThat(hotline.get(query + "&offset=99").json()).isEmpty();

        var third =
                hotline.get(ORDERS + "/" + ids.get(2)).json().get("orderDate").asText();
        assertThat(ids(hotline.get(query + "&orderDate.lte=" + third).json())).hasSize(3);
        assertThat(ids(hotline.get(query + "&orderDate.lt=" + third).json())).hasSize(2);
        assertThat(ids(hotline.get(query + "&orderDate.gt=" + third).json())).hasSize(2);
        var inProvince = OffsetDateTime.parse(third).withOffsetSameInstant(ZoneOffset.ofHours(8));
        assertThat(ids(hotline.get(query + "&orderDate.gt=" + inProvince).json()))
                .hasSize(2);
        assertThat(hotline.get(query + "&state=failed,rejected").json()).isEmpty();
        assertThat(hotline.get(query + "&limit=1000000").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"offset=-1", "limit=0", "limit=x", "state=open", "orderDate.gte=yesterday", "colour=red"})
    void aQueryThatCannotBeReadIsRefusedRatherThanOverlooked(String query) {
        refused(hotline.get(ORDERS + "?" + query), 400, "bad-request");
    }

    @Test
    void anotherCitysOrdersAndCustomersAreUnknown() {
        var suzhous = place(SUZHOU);
        var nanjing = Caller.as("account-manager.nanjing").with("Accept-Language", "en");

        refused(nanjing.get(ORDERS + "/" + suzhous), 404, "unknown");
        refused(nanjing.json("PATCH", ORDERS + "/" + suzhous, Map.of("priority", "0")), 404, "unknown");
        refused(nanjing.post(API + "/cancelProductOrder", cancellation(suzhous)), 422, "invalid");
        refused(nanjing.post(ORDERS, order(number(), SUZHOU)), 422, "invalid");
        var number =
                hotline.get(ORDERS + "/" + suzhous).json().get("externalId").asText();
        assertThat(nanjing.get(ORDERS + "?externalId=" + number).json()).isEmpty();
    }

    @Test
    void whateverGoesWrongIsSaidInTmForumsForm() {
        refused(Caller.anonymous().get(ORDERS), 401, "unauthorized");
        refused(Caller.anonymous().with("Authorization", "Bearer x.y.z").get(ORDERS), 401, "unauthorized");
        refused(Caller.as("designer").get(ORDERS), 403, "forbidden");
        refused(Caller.as("designer").post(ORDERS, order(number(), NANJING)), 403, "forbidden");
        refused(hotline.get(ORDERS + "/PO0000000000"), 404, "unknown");
        refused(hotline.get("/tmf-api/weather/v4/cloud"), 404, "unknown");
        refused(hotline.delete(ORDERS + "/PO0000000000"), 405, "method");
        refused(hotline.post(ORDERS, "{\"externalId\":"), 400, "bad-request");
        refused(hotline.post(ORDERS, "[]"), 400, "bad-request");
        refused(hotline.post(ORDERS, "null"), 400, "bad-request");
        refused(hotline.post(ORDERS, order("a\0b", NANJING)), 400, "bad-request");
        refused(
                hotline.send(hotline.request(ORDERS)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("order"))),
                415,
                "media-type");
        refused(hotline.post(ORDERS, "\"" + "x".repeat(3_000_000) + "\""), 413, "too-large");
        assertThat(hotline.get("/api/orders/PO0000000000").header("Content-Type"))
                .startsWith("application/problem+json");
    }

    @Test
    void wishesMayChangeUntilWorkBegins() {
        management.suspendJobDefinitionByProcessDefinitionKey("order", true);
        var id = place(NANJING);
        var day = OffsetDateTime.now(ZoneOffset.ofHours(8)).plusDays(20).truncatedTo(ChronoUnit.HOURS);

        var changed = hotline.json(
                "PATCH",
                ORDERS + "/" + id,
                Map.of(
                        "priority", "0",
                        "requestedCompletionDate", day.toString().replace("Z", ":00Z"),
                        "note", List.of(Map.of("text", "ring the bell"))));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        TMF622.holds("ProductOrder", changed.json());
        assertThat(changed.json().get("priority").asText()).isEqualTo("0");
        assertThat(changed.json().at("/note/0/text").asText()).isEqualTo("ring the bell");
        assertThat(Instant.parse(changed.json().get("requestedCompletionDate").asText())
                        .atOffset(ZoneOffset.ofHours(8))
                        .toLocalDate())
                .isEqualTo(day.toLocalDate());
        var timeline = Caller.as("account-manager.nanjing")
                .with("Accept-Language", "en")
                .get("/api/orders/" + id + "/timeline");
        assertThat(timeline.body()).contains("Wishes of the order changed");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> new SandboxClient()
                        .arrivals(id).stream().anyMatch(key -> key.startsWith(id + ":mirror-amended:")));

        refused(hotline.json("PATCH", ORDERS + "/" + id, Map.of("priority", "7")), 422, "invalid");
        refused(hotline.json("PATCH", ORDERS + "/" + id, Map.of("priority", "high")), 400, "bad-request");
        refused(hotline.json("PATCH", ORDERS + "/" + id, "[1]"), 400, "bad-request");
        refused(hotline.json("PATCH", ORDERS + "/" + id, Map.of("state", "completed")), 409, "conflict");
        assertThat(hotline.get(ORDERS + "/" + id).json().get("priority").asText())
                .isEqualTo("0");

        management.activateJobDefinitionByProcessDefinitionKey("order", true);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !hotline.get(ORDERS + "/" + id)
                        .json()
                        .get("state")
                        .asText()
                        .equals("acknowledged"));
        refused(hotline.json("PATCH", ORDERS + "/" + id, Map.of("priority", "1")), 409, "conflict");
    }

    @Test
    void aWithdrawalIsAcceptedOnceAndThenSaysWhyNot() {
        management.suspendJobDefinitionByProcessDefinitionKey("order", true);
        var id = place(NANJING);
        var task = hotline.post(API + "/cancelProductOrder", cancellation(id));
        assertThat(task.status()).as(task.body()).isEqualTo(201);
        TMF622.holds("CancelProductOrder", task.json());
        assertThat(task.json().get("state").asText()).isEqualTo("accepted");
        assertThat(task.json().at("/productOrder/id").asText()).isEqualTo(id);
        assertThat(task.header("Location")).isEqualTo(task.json().get("href").asText());
        var read = (ObjectNode) hotline.get(task.header("Location")).json();
        // nobody waits for anything, so it may be done by now
        assertThat(read.get("state").asText()).isIn("accepted", "done");
        read.remove("effectiveCancellationDate");
        assertThat(read.put("state", "accepted").toString())
                .isEqualTo(task.json().toString());
        management.activateJobDefinitionByProcessDefinitionKey("order", true);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> hotline.get(ORDERS + "/" + id)
                        .json()
                        .get("state")
                        .asText()
                        .equals("cancelled"));

        var late = hotline.post(API + "/cancelProductOrder", cancellation(id)).json();
        TMF622.holds("CancelProductOrder", late);
        assertThat(late.get("state").asText()).isEqualTo("terminatedWithError");
        assertThat(late.get("cancellationReason").asText()).contains("ended");

        var done = hotline.get(task.header("Location")).json();
        TMF622.holds("CancelProductOrder", done);
        assertThat(done.get("state").asText()).isEqualTo("done");
        assertThat(done.get("cancellationReason").asText()).isEqualTo("moved away");
        assertThat(done.get("effectiveCancellationDate").asText()).isNotBlank();
        var tasks = API + "/cancelProductOrder?productOrder.id=" + id;
        var all = hotline.get(tasks);
        all.json().forEach(one -> TMF622.holds("CancelProductOrder", one));
        assertThat(ids(all.json()))
                .containsExactly(late.get("id").asText(), done.get("id").asText());
        assertThat(all.header("X-Total-Count")).isEqualTo("2");
        assertThat(ids(hotline.get(tasks + "&state=done,accepted").json()))
                .containsExactly(done.get("id").asText());
        var cut = hotline.get(tasks + "&offset=1&limit=1&fields=state");
        assertThat(cut.json()).hasSize(1);
        assertThat(cut.json().get(0).toString()).isEqualTo("""
                {"id":"%s","href":"%s","@type":"CancelProductOrder","state":"done"}""".formatted(
                        done.get("id").asText(), done.get("href").asText()));
        assertThat(cut.header("X-Total-Count")).isEqualTo("2");
        assertThat(hotline.get(API + "/cancelProductOrder?state=terminatedWithError&limit=1")
                        .json())
                .hasSize(1);
        assertThat(Caller.as("first-level-client")
                        .get("/tmf-api/serviceOrdering/v4/cancelServiceOrder?serviceOrder.id=" + id)
                        .json())
                .as("asked for by the other API")
                .isEmpty();
        refused(hotline.get(API + "/cancelProductOrder?state=open"), 400, "bad-request");
        refused(hotline.get(API + "/cancelProductOrder?serviceOrder.id=" + id), 400, "bad-request");
        refused(hotline.get(API + "/cancelProductOrder/CR0"), 404, "unknown");
        refused(hotline.delete(done.get("href").asText()), 405, "method");
        for (var stranger : List.of("account-manager.suzhou", "account-manager.wuxi")) {
            var elsewhere = Caller.as(stranger).with("Accept-Language", "en");
            refused(elsewhere.get(done.get("href").asText()), 404, "unknown");
            assertThat(elsewhere.get(tasks).json()).isEmpty();
        }
        refused(
                hotline.post(
                        API + "/cancelProductOrder",
                        Map.of(
                                "productOrder",
                                Map.of("id", id),
                                "requestedCancellationDate",
                                Instant.now().plus(9, ChronoUnit.DAYS).toString())),
                422,
                "invalid");
        refused(
                hotline.post(
                        API + "/cancelProductOrder",
                        Map.of("productOrder", Map.of("id", id), "requestedCancellationDate", "soon")),
                400,
                "bad-request");

        refused(hotline.post(API + "/cancelProductOrder", Map.of()), 400, "bad-request");
        refused(hotline.post(API + "/cancelProductOrder", cancellation("PO0000000000")), 422, "invalid");
    }

    @Test
    void theCatalogueSaysWhatAnOrderMayGive() {
        var all = hotline.get(OFFERINGS);
        assertThat(all.status()).as(all.body()).isEqualTo(200);
        all.json().forEach(offering -> TMF620.holds("ProductOffering", offering));
        assertThat(all.header("X-Total-Count"))
                .isEqualTo(Integer.toString(all.json().size()));
        try (var unsold = UnsoldProduct.in(jdbc)) {
            assertThat(unsold).isNotNull();
            assertThat(hotline.get(OFFERINGS + "?lifecycleStatus=In%20test").json())
                    .isNotEmpty()
                    .allSatisfy(offering -> {
                        assertThat(offering.get("isSellable").asBoolean()).isFalse();
                        assertThat(offering.get("statusReason").asText()).isNotBlank();
                    });
        }
        assertThat(hotline.get(OFFERINGS + "?offset=1&limit=2&fields=name").json())
                .hasSize(2)
                .first()
                .satisfies(offering -> assertThat(offering.get("id"))
                        .isEqualTo(all.json().get(1).get("id")))
                .satisfies(offering -> assertThat(offering).hasSize(4));

        var line = hotline.get(OFFERINGS + "/leased-line").json();
        TMF620.holds("ProductOffering", line);
        assertThat(line.get("name").asText()).isEqualTo("Internet leased line");
        assertThat(line.at("/productOfferingTerm/0/duration/amount").asInt()).isEqualTo(24);
        assertThat(line.at("/prodSpecCharValueUse/0/name").asText()).isEqualTo("bandwidth");
        assertThat(line.at("/prodSpecCharValueUse/0/productSpecCharacteristicValue")
                        .findValuesAsText("value"))
                .contains("200M");
        assertThat(hotline.get(OFFERINGS + "/enterprise-pack").json().get("bundledProductOffering"))
                .hasSize(3);

        refused(hotline.get(OFFERINGS + "/teleport"), 404, "unknown");
        refused(hotline.get(OFFERINGS + "?colour=red"), 400, "bad-request");
        refused(hotline.post(OFFERINGS, Map.of("name", "mine")), 405, "method");
        refused(Caller.anonymous().get(OFFERINGS), 401, "unauthorized");
        refused(Caller.as("designer").get(OFFERINGS), 403, "forbidden");
    }

    @Test
    void whomToCallIsOneOfTheCustomersContactsByName() {
        var seller = Caller.as("account-manager.nanjing");
        var usual = seller.get("/api/customers/" + NANJING).json().at("/contacts/0");
        var order = order(number(), NANJING);
        var contact = ((ArrayNode) order.get("relatedParty"))
                .addObject()
                .put("id", "secretary")
                .put("role", "contact")
                .put("name", usual.get("name").asText())
                .put("@referredType", "Individual");
        var taken = hotline.post(ORDERS, order);
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        var page = seller.get("/api/orders/" + taken.json().get("id").asText()).json();
        assertThat(page.at("/contact/phoneMasked")).isEqualTo(usual.get("phoneMasked"));
        assertThat(hotline.post(ORDERS, order).status()).isEqualTo(200);

        contact.put("name", "nobody we know");
        order.put("externalId", number());
        var refused = hotline.post(ORDERS, order);
        refused(refused, 422, "invalid");
        assertThat(refused.json().get("message").asText()).contains("relatedParty: the customer has no such contact");
    }

    @Test
    void aRetiredProductIsFoundAsSuchAndNoLongerOrdered() {
        try (var gateway = UnsoldProduct.in(jdbc).launched()) {
            assertThat(gateway).isNotNull();
            Caller.fresh("designer")
                    .post("/api/catalogue/" + UnsoldProduct.ID + "/retire", Map.of("reason", "replaced by 5G"));

            var retired = hotline.get(OFFERINGS + "?lifecycleStatus=Retired").json();
            assertThat(retired).hasSize(1);
            TMF620.holds("ProductOffering", retired.get(0));
            assertThat(retired.at("/0/id").asText()).isEqualTo(UnsoldProduct.ID);
            assertThat(retired.at("/0/isSellable").asBoolean()).isFalse();
            assertThat(retired.at("/0/validFor/endDateTime").asText()).isNotBlank();
            assertThat(hotline.get(OFFERINGS).json().findValuesAsText("id")).doesNotContain(UnsoldProduct.ID);

            var order = order(number(), NANJING);
            ((ObjectNode) order.at("/productOrderItem/0/productOffering")).put("id", UnsoldProduct.ID);
            ((ObjectNode) order.at("/productOrderItem/0")).remove("product");
            var refused = hotline.post(ORDERS, order);
            refused(refused, 422, "invalid");
            assertThat(refused.json().get("message").asText())
                    .contains("productOrderItem[0].productOffering.id", "Industry gateway", "no longer sold since 2");
        }
    }

    private static void refused(Caller.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        TMF622.holds("Error", answer.json());
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
        assertThat(answer.json().get("status").asText()).isEqualTo(Integer.toString(status));
        assertThat(answer.json().get("message").asText()).isNotBlank();
    }

    private String place(String customer) {
        var placed = hotline.post(ORDERS, order(number(), customer));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed.json().get("id").asText();
    }

    private static String number() {
        return "EXT-" + UUID.randomUUID();
    }

    private static ObjectNode order(String number, String customer) {
        var order = JSON.createObjectNode().put("externalId", number).put("@type", "ProductOrder");
        order.putArray("relatedParty")
                .addObject()
                .put("id", customer)
                .put("role", "customer")
                .put("@referredType", "Customer");
        var item = order.putArray("productOrderItem")
                .addObject()
                .put("id", "line-1")
                .put("action", "add")
                .put("quantity", 1);
        item.putObject("productOffering").put("id", "leased-line");
        item.putObject("product")
                .putArray("productCharacteristic")
                .addObject()
                .put("name", "bandwidth")
                .put("value", "200M");
        return order;
    }

    private static Map<String, Object> cancellation(String order) {
        return Map.of("cancellationReason", "moved away", "productOrder", Map.of("id", order));
    }

    /** @param value JSON with back ticks for quotes; the attribute is taken out where there is none */
    private static ObjectNode with(ObjectNode order, String place, String value) throws Exception {
        var parent = (ObjectNode) order.at(place.substring(0, place.lastIndexOf('/')));
        var name = place.substring(place.lastIndexOf('/') + 1);
        if (value == null) {
            parent.remove(name);
        } else {
            parent.set(name, JSON.readTree(value.replace('`', '"')));
        }
        return order;
    }

    private static List<String> ids(JsonNode orders) {
        return Stream.iterate(0, i -> i < orders.size(), i -> i + 1)
                .map(i -> orders.get(i).get("id").asText())
                .toList();
    }
}
