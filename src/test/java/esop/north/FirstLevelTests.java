package esop.north;

import static esop.north.NorthScene.NANJING;
import static esop.north.NorthScene.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.TestEnvironment;
import esop.systems.SandboxClient;
import esop.systems.SandboxClient.Entry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ways between the province and the first level: its orders come down and it hears of them, ours go up and we hear of those. */
@EsopTest
class FirstLevelTests {

    private final SandboxClient sandbox = new SandboxClient();

    @AfterEach
    void asUsual() {
        sandbox.behaves("first-level", Map.of("answerAfterMs", 1500, "manual", false));
    }

    @ParameterizedTest
    @CsvSource({"productOrdering, ProductOrder", "serviceOrdering, ServiceOrder"})
    void anOrderComesDownAndTheFirstLevelHearsOfItFromTheFirstWordToTheLast(String api, String resource) {
        var number = sandbox.sendsDown(api, NANJING, "vpmn");

        await().atMost(SOON)
                .until(() ->
                        sandbox.state("first-level", "orderSentDown", number).equals("completed"));
        var told = sandbox.ledger(number);
        assertThat(told).extracting(Entry::applied).containsOnly("yes");
        assertThat(told).extracting(Entry::idempotencyKey).doesNotHaveDuplicates();
        assertThat(told)
                .extracting(Entry::operation)
                .filteredOn(event -> !event.contains("Milestone"))
                .containsExactly(
                        resource + "CreateEvent", resource + "StateChangeEvent", resource + "StateChangeEvent");
    }

    @Test
    void ofANetworkWideProductThatComesDownTheSectionHereIsOpenedAndNothingGoesUp() {
        var number = sandbox.sendsDown("productOrdering", NANJING, "cross-province-line");
        var order = Caller.as("first-level-client")
                .get(NorthScene.PRODUCT_ORDERS + "?externalId=" + number)
                .json()
                .get(0)
                .get("id")
                .asText();
        var serviceOrder = await().atMost(SOON)
                .until(
                        () -> ours(order).at("/serviceOrders/0"),
                        found -> found.path("path").asText().equals("path-eoms"));
        assertThat(sandbox.ledger(serviceOrder.get("id").asText() + ":order-up:1"))
                .isEmpty();
    }

    @Test
    void anOrderOfOursGoesUpIsHeldThereAndHereAndIsDoneWhenItGoesOn() {
        sandbox.behaves("first-level", Map.of("manual", true));
        var order = NorthScene.place(Caller.as("hotline-client"), NANJING, "cross-province-line");
        var step = step(order);

        sandbox.answers("first-level", "productOrder", step, "hold", "等待对端省核查");
        awaitState(order, "held");
        assertThat(timeline(order)).contains("Order held, the unit that opens a service has stopped: 等待对端省核查");
        sandbox.answers("first-level", "productOrder", step, "resume", "");
        awaitState(order, "inProgress");
        sandbox.answers("first-level", "productOrder", step, "complete", "");
        awaitState(order, "completed");
        assertThat(sandbox.applied(step)).isOne();
    }

    @Test
    void anOrderOfOursThatIsDoneInPartThereIsPartialHere() {
        sandbox.behaves("first-level", Map.of("manual", true));
        var order = NorthScene.place(Caller.as("hotline-client"), NANJING, "cross-province-line");
        sandbox.answers("first-level", "productOrder", step(order), "partial", "备用路由未开通");

        awaitState(order, "partial");
        assertThat(ours(order).at("/serviceOrders/0/state").asText()).isEqualTo("partial");
        assertThat(timeline(order)).contains("is open in part: 备用路由未开通");
        await().atMost(SOON).until(() -> sandbox.applied(order + ":mirror-partial:1") == 1);
    }

    @Test
    void anOrderOfOursThatIsWithdrawnIsWithdrawnThereToo() {
        sandbox.behaves("first-level", Map.of("manual", true));
        var order = NorthScene.place(Caller.as("hotline-client"), NANJING, "cross-province-line");
        var step = step(order);
        sandbox.awaitState("first-level", "productOrder", step, "acknowledged");
        await().atMost(SOON).until(() -> withdrawn(order) == 200);

        var withdrawal = step.replace(":order-up:1", ":withdraw:1");
        sandbox.answers("first-level", "cancelProductOrder", withdrawal, "complete", "");
        awaitState(order, "cancelled");
        sandbox.awaitState("first-level", "productOrder", step, "cancelled");
    }

    @Test
    void theFirstLevelBelievesNothingThatIsNotSigned() throws Exception {
        var before = sandbox.sendsDown("productOrdering", NANJING, "vpmn");
        var forged = HttpRequest.newBuilder(URI.create(TestEnvironment.sandboxUrl() + "/first-level/listener"))
                .header("Content-Type", "application/json")
                .header("X-Esop-Timestamp", "1")
                .header("X-Esop-Message-Id", "EV0")
                .header("X-Esop-Signature", "sha256=00")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"eventType\":\"ProductOrderStateChangeEvent\",\"event\":{\"productOrder\":{\"externalId\":\""
                                + before + "\",\"state\":\"failed\"}}}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(forged, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);
        await().atMost(SOON)
                .until(() ->
                        sandbox.state("first-level", "orderSentDown", before).equals("completed"));
        assertThat(sandbox.ledger(before)).extracting(Entry::applied).contains("refused");
    }

    private static int withdrawn(String order) {
        return Caller.as("account-manager.nanjing")
                .post("/api/orders/" + order + "/withdraw", Map.of("reason", "客户迁址"))
                .status();
    }

    private static JsonNode ours(String order) {
        return Caller.as("account-manager.nanjing").get("/api/orders/" + order).json();
    }

    private static String timeline(String order) {
        return Caller.as("account-manager.nanjing")
                .with("Accept-Language", "en")
                .get("/api/orders/" + order + "/timeline")
                .body();
    }

    /** By which it has gone up. */
    private static String step(String order) {
        return await().atMost(SOON)
                        .until(
                                () -> ours(order).at("/serviceOrders/0"),
                                found -> found.path("path").asText().equals("network-wide-order"))
                        .get("id")
                        .asText()
                + ":order-up:1";
    }

    private static void awaitState(String order, String state) {
        await().atMost(SOON).until(() -> ours(order).get("state").asText().equals(state));
    }
}
