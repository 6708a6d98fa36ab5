package esop.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EsopTest
class CancellationApiTests extends CancellationScene {

    @Test
    void whatItWouldCostIsSaidBeforehandWithHowItWasComputed() {
        var adc = bound("adc");

        var assessed = manager.post("/api/cancellations/assess", wish(adc)).json();

        assertThat(assessed.get("bound").asBoolean()).isTrue();
        assertThat(assessed.get("penalty").decimalValue()).isEqualByComparingTo("1620");
        assertThat(assessed.at("/lines/0/bound/basis").asText()).isEqualTo("按合同约定");
        assertThat(manager.get("/api/cancellations?customer=" + CUSTOMER + "&q=" + adc.subscription())
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void aSubscriptionIsCancelledOnceAtATime() {
        var adc = bound("adc");
        var first = entered(adc);

        var second = enter(adc);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().get("cancellation").asText()).isEqualTo(first);
        assertThat(second.body()).contains("所选订购正在撤销单 " + first + " 中办理");
    }

    @Test
    void whatAnOrderIsJustEndingIsNotCancelledBesides() {
        var adc = has("adc");
        sandbox.behaves("platform", Map.of("manual", true));
        var order = manager.post(
                "/api/orders",
                Map.of(
                        "customerId",
                        CUSTOMER,
                        "items",
                        List.of(Map.of("offeringId", "adc", "action", "delete", "subscription", adc.subscription()))));
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        org.awaitility.Awaitility.await().atMost(SOON).until(() -> enter(adc).status() == 409);
    }

    @Test
    void theSameRequestSentTwiceIsOneCancellation() {
        var adc = bound("adc");
        var sender = Caller.as("account-manager.nanjing")
                .with("Idempotency-Key", UUID.randomUUID().toString());

        var first = sender.post("/api/cancellations", wish(adc));
        var second = sender.post("/api/cancellations", wish(adc));

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
    }

    @Test
    void anotherCitysSubscriptionIsUnknownAndSoIsItsCancellation() {
        var adc = bound("adc");
        var suzhou = Caller.as("account-manager.suzhou").with("Accept-Language", "zh-CN");

        var refused = suzhou.post("/api/cancellations", wish(adc));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/message").asText()).isEqualTo("没有客户 " + CUSTOMER);

        var id = entered(adc);
        assertThat(suzhou.get("/api/cancellations/" + id).status()).isEqualTo(404);
        assertThat(suzhou.get("/api/cancellations/" + id + "/timeline").status())
                .isEqualTo(404);
        assertThat(suzhou.post("/api/cancellations/" + id + "/withdraw", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(suzhou.get("/api/cancellations?q=" + id).json().get("items")).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedFieldByField() {
        var refused = manager.post(
                "/api/cancellations",
                Map.of("customerId", CUSTOMER, "subscriptionIds", List.of("SU-nobody"), "day", "2020-01-01"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("subscriptionIds[0]", "day", "reason");
        assertThat(manager.post("/api/cancellations", Map.of("customerId", CUSTOMER, "reason", "x"))
                        .body())
                .contains("请选择要撤销的订购");
    }

    @Test
    void whoOnlyReadsEntersNothingAndWhoHasNothingToDoWithItWithdrawsNothing() {
        var id = entered(bound("adc"));

        assertThat(operations.get("/api/cancellations/" + id).status()).isEqualTo(200);
        assertThat(operations.post("/api/cancellations", Map.of()).status()).isEqualTo(403);
        assertThat(Caller.as("tele-manager.nanjing")
                        .post("/api/cancellations/" + id + "/withdraw", Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(Caller.as("si.yanlian").get("/api/cancellations").status()).isEqualTo(403);
    }

    @Test
    void anOlderPageWithdrawsNothing() {
        var id = entered(bound("adc"));

        var stale = manager.post("/api/cancellations/" + id + "/withdraw", Map.of("reason", "x", "revision", 1));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(state(id)).isEqualTo("retention");
    }

    @Test
    void listsAreFilteredAndSorted() {
        var adc = bound("adc");
        var id = entered(adc);

        var found = manager.get("/api/cancellations?view=own&state=retention,approval&product=adc&customer=" + CUSTOMER
                        + "&q=" + adc.subscription() + "&sort=penalty,desc")
                .json();
        assertThat(found.get("items").findValuesAsText("id")).contains(id);
        assertThat(manager.get("/api/cancellations?state=completed&q=" + adc.subscription())
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(manager.get("/api/cancellations?state=nonsense").status()).isEqualTo(400);
        assertThat(manager.get("/api/cancellations?view=mine").status()).isEqualTo(400);
    }

    @Test
    void theListIsExportedAsItIsFilteredAndForOnesOwnCityOnly() {
        var adc = bound("adc");
        var id = entered(adc);
        var path = "/api/cancellations/export?q=" + id;

        var csv = manager.get(path);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(csv.body())
                .contains("违约金（元）", id, "挽留中", adc.subscription(), "NJ-" + adc.subscription(), "1620.00", "南京");
        assertThat(manager.get(path + "&state=completed").body().lines()).hasSize(1);
        assertThat(manager.get(path + "&format=pdf").status()).isEqualTo(400);
        assertThat(Caller.as("account-manager.suzhou").get(path).body()).doesNotContain(id);
    }
}
