package esop.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a customer's wish, from the day it leaves a note on the website until it goes again (ESOP 6.1.1, 6.3). */
@EsopTest
class LifeStoryTests extends OpportunityScene {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private Caller approver;

    @BeforeEach
    void approverToo() {
        approver = Caller.as("approver.nanjing");
    }

    @Test
    void aLeadOfTheWebsiteBecomesAnOrderThatIsDoneAndLaterTheCustomerGoes() {
        var id = lead();
        work(id);
        var order = order(id);

        assertThat(order.get("state").asText()).isEqualTo("completed");
        assertThat(order.at("/customer/id").asText()).isEqualTo(NANJING);
        assertThat(order.at("/items/0/offeringId").asText()).isEqualTo("vpmn");
        assertThat(order.at("/items/0/quantity").asInt()).isEqualTo(2);
        assertThat(order.get("note").asText()).isEqualTo("希望月底前开通");

        var theirs =
                Caller.as("web-client").get("/tmf-api/sales/v4/salesLead/" + id).json();
        assertThat(theirs.get("status").asText()).isEqualTo("accepted");
        everyEffectOnce(id, order.get("id").asText());

        var goodbye = goodbye(order);
        nothingIsLeft(id, order, goodbye);
    }

    /** As the website sends it. */
    private String lead() {
        var lead = Caller.as("web-client")
                .post(
                        "/tmf-api/sales/v4/salesLead",
                        Map.of(
                                "externalId",
                                "LIFE-" + System.nanoTime(),
                                "name",
                                "网站询价：集团短号",
                                "description",
                                "希望月底前开通",
                                "estimatedRevenue",
                                Map.of("unit", "CNY", "value", 36_000),
                                "productOffering",
                                Map.of("id", "vpmn"),
                                "relatedParty",
                                List.of(Map.of("id", NANJING, "role", "customer", "@referredType", "Customer"))));
        assertThat(lead.status()).as(lead.body()).isEqualTo(201);
        return lead.json().get("id").asText();
    }

    /** Its account manager takes it over five stages to an order. */
    private void work(String id) {
        assertThat(page(id).get("owner").asText()).isEqualTo("account-manager.nanjing");
        must(complete(manager, id, Map.of("reply", "take")));

        know(id, discovered());
        advance(id);
        know(id, confirmed());
        advance(id);
        know(id, designed());
        must(propose(id, "vpmn", 10));
        must(act(manager, id, "submit", Map.of()));
        vote(id, approver, Map.of("approval", "approve", "opinion", "同意九折"));
        advance(id);
        must(manager.put(
                "/api/opportunities/" + id + "/agreement",
                Map.of(
                        "number",
                        "NJ-" + id,
                        "starts",
                        TODAY.minusMonths(1).toString(),
                        "ends",
                        TODAY.plusMonths(11).toString(),
                        "penaltyShare",
                        0.5)));
        sign(id);
        must(act(manager, id, "submit", Map.of()));
        vote(id, approver, Map.of("approval", "approve", "opinion", "同意签约"));
        advance(id);
        advance(id);
        assertThat(state(id)).isEqualTo("converted");
    }

    /** The order it became, once that is done. */
    private JsonNode order(String id) {
        var order = page(id).get("orderId").asText();
        return await().atMost(SOON)
                .until(
                        () -> manager.get("/api/orders/" + order).json(),
                        page -> page.get("state").asText().equals("completed"));
    }

    /** The CRM was told of each step, in order and once; so was everybody who had to do something. */
    private void everyEffectOnce(String id, String order) {
        var told = List.of(
                "mirror-discovery:1",
                "mirror-requirement:1",
                "mirror-solution:1",
                "quote:1",
                "mirror-contract:1",
                "quote:2",
                "mirror-order:1",
                "agreement:1",
                "mirror-converted:1");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told)
                        .allSatisfy(step -> assertThat(sandbox.applied(id + ":" + step))
                                .as(step)
                                .isEqualTo(1)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                List.of("mirror-acknowledged:1", "mirror-completed:1", "notify-completed:1"))
                        .allSatisfy(step -> assertThat(sandbox.applied(order + ":" + step))
                                .as(step)
                                .isEqualTo(1)));
    }

    /** Months before its agreement ends it wants to go; half of the penalty is waived with the city's approval. */
    private JsonNode goodbye(JsonNode order) {
        var wish = manager.post(
                "/api/cancellations",
                Map.of("customerId", NANJING, "subscriptionIds", subscriptions(order), "reason", "公司迁往外省，短号不再使用"));
        assertThat(wish.status()).as(wish.body()).isEqualTo(201);
        var id = wish.json().get("id").asText();
        var assessed = cancellation(id);
        assertThat(assessed.get("lines")).isNotEmpty().allSatisfy(line -> {
            var owed = line.get("bound");
            assertThat(owed.get("monthsLeft").asInt()).isEqualTo(11);
            assertThat(owed.get("penalty").decimalValue())
                    .isEqualByComparingTo(owed.get("monthly").decimalValue().multiply(new BigDecimal("5.5")));
        });
        var penalty = assessed.get("penalty").decimalValue();
        assertThat(penalty).isPositive();

        must(complete(manager, id, Map.of("retention", "leaves", "retentionNote", "提出免两个月，客户仍要走")));
        var waived = penalty.divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP);
        must(complete(manager, id, Map.of("choice", "waive", "waived", waived, "waiverReason", "外省公司仍是我们的客户")));
        must(complete(approver, id, Map.of("approval", "approve", "opinion", "同意减半")));

        var ended = await().atMost(SOON)
                .until(
                        () -> cancellation(id),
                        page -> page.path("charge").asText().equals("charged"));
        assertThat(ended.get("state").asText()).isEqualTo("completed");
        assertThat(ended.get("charged").decimalValue()).isEqualByComparingTo(penalty.subtract(waived));
        return ended;
    }

    /** What was opened is taken back once, charged once, and neither subscribed nor agreed any more. */
    private void nothingIsLeft(String id, JsonNode order, JsonNode goodbye) {
        var reverse =
                manager.get("/api/orders/" + goodbye.get("orderId").asText()).json();
        assertThat(reverse.get("category").asText()).isEqualTo("cancellation");
        assertThat(reverse.at("/items/0/offeringId").asText()).isEqualTo("vpmn");
        assertThat(sandbox.applied(reverse.at("/serviceOrders/0/id").asText() + ":subscribe:1"))
                .isEqualTo(1);
        assertThat(sandbox.applied(goodbye.get("id").asText() + ":charge:1")).isEqualTo(1);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(sandbox.applied(id + ":agreement:2")).isEqualTo(1));
        assertThat(page(id).at("/agreement/ended").asText()).isEqualTo(TODAY.toString());
        assertThat(manager.get("/api/customers/" + NANJING + "/subscriptions?size=200")
                        .json()
                        .get("items")
                        .findValuesAsText("id"))
                .doesNotContainAnyElementsOf(subscriptions(order));
    }

    private JsonNode cancellation(String id) {
        return manager.get("/api/cancellations/" + id).json();
    }

    private static List<String> subscriptions(JsonNode order) {
        return order.get("subscriptionOrders").findValuesAsText("id");
    }
}
