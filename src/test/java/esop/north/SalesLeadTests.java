package esop.north;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import esop.systems.SandboxClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EsopTest
class SalesLeadTests {

    private static final String LEADS = "/tmf-api/sales/v4/salesLead";
    private static final String WUXI = "C320300005";

    @Test
    void aLeadOfTheWebsiteIsAnOpportunityOfTheCustomersManager() {
        var lead = web().post(LEADS, lead("W-" + System.nanoTime(), WUXI));
        assertThat(lead.status()).as(lead.body()).isEqualTo(201);
        var id = lead.json().get("id").asText();
        assertThat(lead.header("Location")).endsWith(LEADS + "/" + id);
        assertThat(lead.json().get("status").asText()).isEqualTo("acknowledged");
        assertThat(lead.json().at("/channel/id").asText()).isEqualTo("website");
        assertThat(lead.json().at("/relatedParty/0/id").asText()).isEqualTo(WUXI);
        assertThat(lead.json().at("/relatedParty/1/id").asText()).isEqualTo("account-manager.wuxi");

        var opportunity = Caller.as("account-manager.wuxi")
                .get("/api/opportunities/" + id)
                .json();
        assertThat(opportunity.get("source").asText()).isEqualTo("website");
        assertThat(opportunity.get("expectedRevenue").asInt()).isEqualTo(36_000);
        assertThat(opportunity.at("/products/0/offeringId").asText()).isEqualTo("leased-line");
        assertThat(opportunity.get("deadline").asText()).isEqualTo("2027-03-01");
        assertThat(opportunity.get("campaign").asText()).isEqualTo("MK2026-11");
    }

    @ParameterizedTest
    @CsvSource({"crm, crm", "bi, bi", "agent, agent", "web, website"})
    void everySystemThatHearsOfOneSendsItAndIsNamedAsItsSource(String system, String source) {
        var id = new SandboxClient().sendLead(system, WUXI, "园区专线");

        var opportunity = Caller.as("account-manager.wuxi")
                .get("/api/opportunities/" + id)
                .json();
        assertThat(opportunity.get("source").asText()).isEqualTo(source);
        assertThat(opportunity.get("name").asText()).isEqualTo("园区专线");
    }

    @Test
    void theSameLeadTwiceIsOneAndAnotherUnderItsNumberIsAConflict() {
        var number = "W-" + System.nanoTime();
        var answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> web().post(LEADS, lead(number, WUXI))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers.stream()
                        .map(answer -> answer.json().get("id").asText())
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream().map(Caller.Answer::status).sorted()).containsExactly(200, 200, 200, 201);

        var other = new HashMap<>(lead(number, WUXI));
        other.put("name", "另一个");
        assertThat(web().post(LEADS, other).status()).isEqualTo(409);
        var theirs = Caller.as("hotline-client").post(LEADS, lead(number, WUXI));
        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.json().at("/channel/id").asText()).isEqualTo("hotline");
    }

    @Test
    void aLeadOfSomebodyWeDoNotKnowIsKept() {
        var lead = new HashMap<>(lead("W-" + System.nanoTime(), "NEVER-SEEN"));
        lead.put(
                "relatedParty",
                List.of(Map.of("id", "NEVER-SEEN", "name", "新来的公司", "role", "customer", "@referredType", "Customer")));
        lead.put(
                "prospectContact",
                List.of(Map.of(
                        "mediumType",
                        "phone",
                        "characteristic",
                        Map.of("city", "wuxi", "phoneNumber", "13900001234"))));
        var kept = web().post(LEADS, lead);
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        assertThat(kept.json().at("/relatedParty/0/role").asText()).isEqualTo("prospect");
        var id = kept.json().get("id").asText();
        assertThat(Caller.as("opportunity-admin.wuxi")
                        .get("/api/tasks?view=group&q=" + id)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(Caller.as("account-manager.nanjing")
                        .get("/api/opportunities/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongIsNamedInTheirWords() {
        var refused = web().post(
                        LEADS,
                        Map.of("productOffering", Map.of("id", "nothing"), "estimatedRevenue", Map.of("value", -5)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("name")
                .contains("relatedParty")
                .contains("productOffering.id")
                .contains("estimatedRevenue.value");
    }

    @Test
    void leadsAreFoundByTheirNumberAndState() {
        var number = "W-" + System.nanoTime();
        var id = web().post(LEADS, lead(number, WUXI)).json().get("id").asText();
        assertThat(web().get(LEADS + "?externalId=" + number).json().findValuesAsText("href"))
                .contains(LEADS + "/" + id);
        assertThat(web().get(LEADS + "?externalId=" + number + "&status=accepted")
                        .json())
                .isEmpty();
        assertThat(web().get(LEADS + "?colour=red").status()).isEqualTo(400);
        assertThat(web().get(LEADS + "?status=moon").status()).isEqualTo(400);
        assertThat(web().get(LEADS + "/OP9999999999").status()).isEqualTo(404);
        assertThat(Caller.anonymous().get(LEADS).status()).isEqualTo(401);
    }

    private static Caller web() {
        return Caller.as("web-client");
    }

    private static Map<String, Object> lead(String number, String customer) {
        return Map.of(
                "externalId", number,
                "name", "网站询价：专线",
                "description", "希望月底前装好",
                "estimatedRevenue", Map.of("unit", "CNY", "value", 36_000),
                "productOffering", Map.of("id", "leased-line"),
                "marketingCampaign", Map.of("id", "MK2026-11"),
                "validFor", Map.of("endDateTime", "2027-03-01T00:00:00+08:00"),
                "relatedParty", List.of(Map.of("id", customer, "role", "customer", "@referredType", "Customer")));
    }
}
