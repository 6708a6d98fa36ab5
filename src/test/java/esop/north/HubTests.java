package esop.north;

import static esop.north.NorthScene.NANJING;
import static esop.north.NorthScene.PRODUCT_ORDERS;
import static esop.north.NorthScene.SOON;
import static esop.north.NorthScene.number;
import static esop.north.NorthScene.productOrder;
import static esop.north.NorthScene.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.Caller;
import esop.EsopTest;
import esop.sandbox.CallbackReceiver;
import esop.sandbox.CallbackReceiver.Received;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who registers at the hub of TMF622 hears of its own orders: signed, in order, again until it answers. */
@EsopTest
class HubTests {

    private static final TmfSchema TMF622 = new TmfSchema("TMF622-ProductOrdering-v4.0.0.swagger.json");
    private static final String HUB = "/tmf-api/productOrderingManagement/v4/hub";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ManagementService management;

    private final CallbackReceiver receiver = new CallbackReceiver();
    private final String callback = receiver.url() + "/listener/" + UUID.randomUUID();

    private Caller hotline;
    private Caller web;

    @BeforeEach
    void signOnAndRepeatQuickly() {
        hotline = Caller.as("hotline-client").with("Accept-Language", "en");
        web = Caller.as("web-client").with("Accept-Language", "en");
        intervals("PT0.1S", 3);
    }

    @AfterEach
    void close() {
        jdbc.sql("SELECT id, client FROM north.listener WHERE callback LIKE :mine")
                .param("mine", receiver.url() + "%")
                .query((row, number) -> Caller.as(row.getString("client")).delete(HUB + "/" + row.getString("id")))
                .list();
        receiver.close();
        intervals("PT2S,PT10S,PT1M,PT5M,PT15M,PT30M,PT1H", 12);
        management.activateJobDefinitionByProcessDefinitionKey("order", true);
    }

    @Test
    void aListenerHearsOfItsOwnOrdersFromTheFirstWordToTheLast() throws Exception {
        listens(hotline, null);
        listens(web, null);
        var number = place(hotline, "vpmn");

        await().atMost(SOON).until(() -> receiver.states(number).contains("completed"));
        assertThat(receiver.states(number)).containsExactly("acknowledged", "inProgress", "completed");
        var heard = receiver.about(number);
        assertThat(heard.get(0).json().get("eventType").asText()).isEqualTo("ProductOrderCreateEvent");
        TMF622.holds("ProductOrderCreateEvent", heard.get(0).json());
        for (var event : heard.subList(1, 3)) {
            assertThat(event.json().get("eventType").asText()).isEqualTo("ProductOrderStateChangeEvent");
            TMF622.holds("ProductOrderStateChangeEvent", event.json());
            assertThat(event.messageId()).isEqualTo(event.json().get("eventId").asText());
            assertThat(event.signature()).isEqualTo(signature("esop-demo-secret-hotline-client", event));
        }
        assertThat(heard.stream().map(Received::messageId)).doesNotHaveDuplicates();
    }

    @Test
    void aQueryNarrowsWhatIsHeard() {
        listens(hotline, "eventType=ProductOrderStateChangeEvent&state=completed,failed");
        var number = place(hotline, "vpmn");
        await().atMost(SOON).until(() -> !receiver.about(number).isEmpty());
        assertThat(receiver.states(number)).containsExactly("completed");
    }

    @Test
    void wishesAndAWithdrawalAreHeardOf() {
        management.suspendJobDefinitionByProcessDefinitionKey("order", true);
        listens(hotline, null);
        var number = number();
        var order = hotline.post(PRODUCT_ORDERS, productOrder(number, NANJING, "vpmn"))
                .json()
                .get("id")
                .asText();
        hotline.json("PATCH", PRODUCT_ORDERS + "/" + order, Map.of("priority", "0"));
        hotline.post(
                "/tmf-api/productOrderingManagement/v4/cancelProductOrder",
                Map.of("productOrder", Map.of("id", order)));
        management.activateJobDefinitionByProcessDefinitionKey("order", true);

        await().atMost(SOON).until(() -> receiver.states(number).contains("cancelled"));
        assertThat(receiver.states(number))
                .containsExactly("acknowledged", "acknowledged", "pendingCancellation", "cancelled");
        var changed = receiver.about(number).get(1).json();
        assertThat(changed.get("eventType").asText()).isEqualTo("ProductOrderAttributeValueChangeEvent");
        TMF622.holds("ProductOrderAttributeValueChangeEvent", changed);
    }

    @Test
    void whatIsAddedHereBearsOurNumberAndIsHeardOf() {
        management.suspendJobDefinitionByProcessDefinitionKey("order", true);
        listens(hotline, null);
        var number = place(hotline, "vpmn");
        var order = hotline.get(PRODUCT_ORDERS + "?externalId=" + number)
                .json()
                .get(0)
                .get("id")
                .asText();
        var amended = Caller.as("account-manager.nanjing")
                .post(
                        "/api/orders/" + order + "/amend",
                        Map.of(
                                "items",
                                List.of(Map.of(
                                        "change", "add", "item", Map.of("offeringId", "adc", "action", "add")))));
        assertThat(amended.status()).as(amended.body()).isEqualTo(200);

        await().atMost(SOON).until(() -> receiver.about(number).size() == 2);
        var changed = receiver.about(number).get(1).json();
        assertThat(changed.get("eventType").asText()).isEqualTo("ProductOrderAttributeValueChangeEvent");
        TMF622.holds("ProductOrderAttributeValueChangeEvent", changed);
        assertThat(changed.at("/event/productOrder/productOrderItem").findValuesAsText("action"))
                .hasSize(2);
        assertThat(hotline.get(PRODUCT_ORDERS + "/" + order).status()).isEqualTo(200);
    }

    @Test
    void anUnansweredEventIsToldAgainBeforeTheNextOne() {
        var times = new AtomicInteger();
        receiver.answers(event -> times.incrementAndGet() <= 2 ? 503 : 204);
        listens(hotline, null);
        var number = place(hotline, "vpmn");

        await().atMost(SOON).until(() -> receiver.states(number).contains("completed"));
        assertThat(receiver.states(number))
                .containsExactly("acknowledged", "acknowledged", "acknowledged", "inProgress", "completed");
        assertThat(receiver.about(number).stream()
                        .limit(3)
                        .map(Received::messageId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whoNeverTakesAnEventIsSeenAndHearsOfTheRestAllTheSame() {
        receiver.answers(event -> event.state().equals("acknowledged") ? 500 : 200);
        var listener = listens(hotline, null);
        var number = place(hotline, "vpmn");

        await().atMost(SOON).until(() -> receiver.states(number).contains("completed"));
        assertThat(receiver.states(number))
                .containsExactly("acknowledged", "acknowledged", "acknowledged", "inProgress", "completed");
        var dead = Caller.as("operations.nanjing").get("/api/calls?state=DEAD&system=" + listener);
        assertThat(dead.json().get("total").asInt()).as(dead.body()).isEqualTo(1);
    }

    @Test
    void oneListenerPerClientAddressAndQueryUntilItIsTakenAway() {
        var id = listens(hotline, null);
        refused(TMF622, hotline.post(HUB, Map.of("callback", callback)), 409, "conflict");
        listens(hotline, "state=completed");
        listens(web, null);

        refused(TMF622, web.delete(HUB + "/" + id), 404, "unknown");
        refused(TMF622, hotline.delete("/tmf-api/serviceOrdering/v4/hub/" + id), 404, "unknown");
        assertThat(hotline.delete(HUB + "/" + id).status()).isEqualTo(204);
        refused(TMF622, hotline.delete(HUB + "/" + id), 404, "unknown");
        assertThat(listens(hotline, null)).isNotEqualTo(id);
    }

    @Test
    void nothingIsToldToWhoIsNoLongerThere() {
        var id = listens(hotline, null);
        listens(hotline, "state=completed");
        hotline.delete(HUB + "/" + id);
        var number = place(hotline, "vpmn");
        await().atMost(SOON).until(() -> receiver.states(number).contains("completed"));
        assertThat(receiver.states(number)).containsExactly("completed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:5432/",
                "http://[::1]/",
                "http://0x7f.1/",
                "http://2130706433/",
                "http://esop.example/",
                "http://localhost.evil.example/",
                "http://listeners.example/",
                "http://evil-listeners.example/",
            })
    void anAddressThatIsNotOnTheListIsRefused(String address) {
        refused(TMF622, hotline.post(HUB, Map.of("callback", address)), 422, "invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://localhost/",
                "gopher://localhost:70/",
                "http://me:pw@localhost/",
                "localhost",
                "http://local host/",
                "jdbc:postgresql://localhost/"
            })
    void whatIsNoWebAddressIsRefused(String address) {
        refused(TMF622, hotline.post(HUB, Map.of("callback", address)), 422, "invalid");
    }

    @ParameterizedTest
    @CsvSource({"colour=red", "eventType=WeatherEvent"})
    void aQueryThatIsNotUnderstoodIsRefused(String query) {
        refused(TMF622, hotline.post(HUB, Map.of("callback", callback, "query", query)), 400, "bad-request");
    }

    @Test
    void whoMayNotOrderMayNotListen() {
        refused(TMF622, hotline.post(HUB, Map.of("query", "state=completed")), 400, "bad-request");
        refused(TMF622, Caller.as("designer").post(HUB, Map.of("callback", callback)), 403, "forbidden");
    }

    private String listens(Caller client, String query) {
        var body = query == null ? Map.of("callback", callback) : Map.of("callback", callback, "query", query);
        var answer = client.post(HUB, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        TMF622.holds("EventSubscription", answer.json());
        assertThat(answer.header("Location")).endsWith(answer.json().get("id").asText());
        return answer.json().get("id").asText();
    }

    private static String place(Caller client, String product) {
        var number = number();
        var placed = client.post(PRODUCT_ORDERS, productOrder(number, NANJING, product));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return number;
    }

    private void intervals(String intervals, int attempts) {
        jdbc.sql(
                        "UPDATE systems.resend_policy SET intervals = :intervals, attempts = :attempts, jitter_percent = 0 WHERE step = 'event'")
                .param("intervals", intervals)
                .param("attempts", attempts)
                .update();
    }

    private static String signature(String secret, Received event) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal((event.timestamp() + "." + event.body()).getBytes()));
    }
}
