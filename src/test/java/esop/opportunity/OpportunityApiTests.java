package esop.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.Caller;
import esop.EsopTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EsopTest
class OpportunityApiTests extends OpportunityScene {

    @Test
    void anotherCitysOpportunityIsUnknownEverywhere() {
        var id = mine();
        var suzhou = Caller.as("account-manager.suzhou");
        for (var path : List.of("", "/timeline", "/calls", "/offer", "/documents/1")) {
            assertThat(suzhou.get("/api/opportunities/" + id + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(act(suzhou, id, "advance", Map.of()).status()).isEqualTo(404);
        assertThat(suzhou.post("/api/opportunities/" + id + "/terminate", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(suzhou.put("/api/opportunities/" + id + "/facts", Map.of("facts", Map.of()))
                        .status())
                .isEqualTo(404);
        assertThat(suzhou.get("/api/opportunities?q=" + id).json().get("total").asInt())
                .isZero();
        assertThat(suzhou.get("/api/opportunities/export?q=" + id).body()).doesNotContain(id);
    }

    @Test
    void anotherCitysCustomerIsUnknownAtEntry() {
        var refused = manager.post("/api/opportunities", Map.of("customerId", "C320200001", "name", "越区"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("customerId");
    }

    @Test
    void everyWrongFieldIsNamed() {
        var refused = manager.post(
                "/api/opportunities",
                Map.of(
                        "name", " ",
                        "acquired", "2099-01-01",
                        "deadline", "gestern",
                        "expectedRevenue", -1,
                        "source", "moon",
                        "contactPhone", "<script>",
                        "offeringIds", List.of("nothing")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors").findValuesAsText("field"))
                .contains(
                        "name",
                        "customerId",
                        "acquired",
                        "deadline",
                        "expectedRevenue",
                        "source",
                        "contactPhone",
                        "offeringIds[0]");
    }

    @Test
    void ofTwoPeopleWhoMoveTheSameCardOneIsToldThatItHasMoved() {
        var id = mine();
        know(id, discovered());
        var revision = page(id).get("revision").asInt();
        var answers = IntStream.range(0, 2)
                .mapToObj(who -> CompletableFuture.supplyAsync(() -> act(
                                who == 0 ? manager : Caller.as("account-manager.nanjing"),
                                id,
                                "advance",
                                Map.of("revision", revision))
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(200, 409);
        assertThat(stage(id)).isEqualTo("requirement");
        assertThat(times(id, "confirmRequirement")).isEqualTo(1);
    }

    @Test
    void aStaleRevisionIsRefused() {
        var id = mine();
        var revision = page(id).get("revision").asInt();
        know(id, Map.of("timeWish", "下月"));
        var stale = manager.put(
                "/api/opportunities/" + id + "/facts", Map.of("facts", Map.of("timeWish", "明年"), "revision", revision));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(page(id).at("/facts/timeWish").asText()).isEqualTo("下月");
    }

    @Test
    void aColleaguesOpportunityIsReadButNotMoved() {
        var id = mine();
        var colleague = Caller.as("account-manager2.nanjing");
        assertThat(colleague.get("/api/opportunities/" + id).json().get("actions"))
                .isEmpty();
        assertThat(act(colleague, id, "advance", Map.of()).status()).isEqualTo(403);
        assertThat(colleague
                        .put("/api/opportunities/" + id + "/facts", Map.of("facts", Map.of()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoOnlyReadsDoesNotWrite() {
        var id = mine();
        var finance = Caller.as("finance");
        assertThat(finance.get("/api/opportunities/" + id).status()).isEqualTo(200);
        assertThat(act(finance, id, "advance", Map.of()).status()).isEqualTo(403);
        assertThat(Caller.as("designer").get("/api/opportunities").status()).isEqualTo(403);
    }

    @Test
    void factsOfAnotherKindAreRefused() {
        var id = mine();
        var refused = manager.put(
                "/api/opportunities/" + id + "/facts",
                Map.of(
                        "facts",
                        Map.of("customerWilling", "yes", "budget", "lots", "secret", 1, "requestedDate", "soon")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("customerWilling", "budget", "secret", "requestedDate");
    }

    @Test
    void noDiscountAboveAHundredPercent() {
        var refused = propose(mine(), "vpmn", 101);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("items[0].discount");
    }

    @Test
    void anAgreementEndsAfterItStarts() {
        var refused = agree(atContract(), "2026-12-01", "2026-12-01");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("ends");
    }

    @Test
    void twoAgreementsDoNotShareANumber() {
        var first = mine();
        var second = mine();
        var wish = Map.of("number", "SAME-" + first, "starts", "2026-12-01", "ends", "2027-12-01");
        assertThat(manager.put("/api/opportunities/" + first + "/agreement", wish)
                        .status())
                .isEqualTo(200);
        assertThat(manager.put("/api/opportunities/" + second + "/agreement", wish)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aSignedFileIsReallyAPdf() {
        var id = atContract();
        for (var fake : List.of("MZ\0\0", "<html>%PDF-1.4 %%EOF</html>", "%PDF-1.4 without an end", "")) {
            var refused = upload(id, "signed", "合同.pdf", fake);
            assertThat(refused.status()).as(fake).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("file");
        }
        assertThat(page(id).get("documents")).isEmpty();

        must(upload(id, "signed", "../../<b>合同.pdf", PDF));
        var document = page(id).at("/documents/0");
        assertThat(document.get("name").asText()).isEqualTo("_b_合同.pdf");
        var file = manager.get(
                "/api/opportunities/" + id + "/documents/" + document.get("id").asText());
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.body()).startsWith("%PDF-");
    }

    @Test
    void anOpportunityHasAtMostFiftyFiles() {
        var id = mine();
        for (var number = 1; number <= 50; number++) {
            must(upload(id, "other", number + ".txt", "x"));
        }
        assertThat(upload(id, "other", "51.txt", "x").status()).isEqualTo(409);
    }

    @Test
    void theOfferIsAPdfOfTheSolution() {
        var id = mine();
        assertThat(manager.get("/api/opportunities/" + id + "/offer").status()).isEqualTo(409);
        must(propose(id, "leased-line", 10));
        var offer = manager.get("/api/opportunities/" + id + "/offer");
        assertThat(offer.status()).isEqualTo(200);
        assertThat(offer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(offer.body()).startsWith("%PDF-").contains("NotoSansCJK");
    }

    @Test
    void aTemplateBringsDefaultsAndItsFactsEvenAfterItIsGone() {
        var name = "医疗专线 " + System.nanoTime();
        var added = admin.post(
                "/api/opportunity-templates",
                Map.of(
                        "name",
                        name,
                        "industry",
                        "医疗卫生",
                        "offeringId",
                        "leased-line",
                        "need",
                        "院区互联",
                        "revenue",
                        90_000,
                        "deadlineDays",
                        30,
                        "requiredFacts",
                        List.of("discoveryNote")));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(manager.post("/api/opportunity-templates", Map.of("name", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.post("/api/opportunity-templates", Map.of("name", name, "requiredFacts", List.of()))
                        .status())
                .isEqualTo(409);
        var template = added.json().get("id").asText();
        var id = entered(manager, Map.of("customerId", NANJING, "name", "院区互联", "templateId", template));
        assertThat(admin.delete("/api/opportunity-templates/" + template).status())
                .isEqualTo(204);

        var made = page(id);
        assertThat(made.get("template").asText()).isEqualTo(name);
        assertThat(made.get("expectedRevenue").asInt()).isEqualTo(90_000);
        assertThat(made.at("/products/0/offeringId").asText()).isEqualTo("leased-line");
        know(id, discovered());
        assertThat(act(manager, id, "advance", Map.of()).json().at("/errors").findValuesAsText("field"))
                .containsExactly("discoveryNote");
        assertThat(manager.post(
                                "/api/opportunities",
                                Map.of("customerId", NANJING, "name", "又一个", "templateId", template))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theListIsFilteredSortedAndExported() {
        var id = mine();
        assertThat(manager.get("/api/opportunities?view=own&q=" + id)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(Caller.as("account-manager2.nanjing")
                        .get("/api/opportunities?view=own&q=" + id)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(manager.get("/api/opportunities?stage=discovery&q=" + id + "&sort=expectedRevenue,desc")
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(id);
        assertThat(manager.get("/api/opportunities?stage=moon").status()).isEqualTo(400);
        assertThat(manager.get("/api/opportunities?view=theirs").status()).isEqualTo(400);
        assertThat(manager.get("/api/opportunities?sort=drop").status()).isEqualTo(400);
        var csv = manager.get("/api/opportunities/export?q=" + id).body();
        assertThat(csv).contains("商机编码").contains(id).contains("泊云物流有限公司").contains("商机发掘");
    }

    @Test
    void theFunnelWeighsWhatIsUnderWay() {
        var before = manager.get("/api/opportunities/funnel?view=own").json();
        mine();
        var after = manager.get("/api/opportunities/funnel?view=own").json();
        assertThat(after.at("/stages/0/count").asInt())
                .isEqualTo(before.at("/stages/0/count").asInt() + 1);
        assertThat(after.get("forecast")
                        .decimalValue()
                        .subtract(before.get("forecast").decimalValue()))
                .isEqualByComparingTo("8000.00");
    }

    @Test
    void whatIsChangedOfAnEntryIsToldFieldByFieldAndToTheCrm() {
        var id = mine();
        var before = page(id);
        var wish = Map.of(
                "customerId",
                NANJING,
                "name",
                "专线扩容与备份",
                "expectedRevenue",
                95_000,
                "contactName",
                "齐工",
                "contactPhone",
                "13912345678",
                "deadline",
                "2027-01-15",
                "offeringIds",
                List.of("leased-line"),
                "revision",
                before.get("revision").asInt());

        must(manager.put("/api/opportunities/" + id, wish));

        var after = page(id);
        assertThat(after.get("name").asText()).isEqualTo("专线扩容与备份");
        assertThat(after.get("expectedRevenue").asInt()).isEqualTo(95_000);
        assertThat(after.at("/products/0/offeringId").asText()).isEqualTo("leased-line");
        assertThat(timeline(id, "zh-CN"))
                .anySatisfy(line -> assertThat(line)
                        .contains("商机描述 专线扩容 → 专线扩容与备份", "预期收益 80000 → 95000", "→ 139****5678")
                        .doesNotContain("13912345678"));
        assertThat(timeline(id, "en")).anySatisfy(line -> assertThat(line).contains("deadline – → 2027-01-15"));
        await().atMost(SOON).until(() -> sandbox.applied(id + ":mirror-discovery:2") == 1);
        var task = task(manager, id).get("id").asText();
        assertThat(manager.get("/api/tasks/" + task + "/form").body())
                .contains("专线扩容与备份", "95000", "139****5678")
                .doesNotContain("13912345678");

        assertThat(manager.put("/api/opportunities/" + id, wish).status()).isEqualTo(409);
        assertThat(Caller.as("account-manager2.nanjing")
                        .put("/api/opportunities/" + id, Map.of("customerId", NANJING, "name", "抢单"))
                        .status())
                .isEqualTo(403);
        assertThat(manager.put("/api/opportunities/" + id, Map.of("customerId", NANJING, "name", " "))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aChangeThatChangesNothingIsNoNews() {
        var id = mine();
        var same = Map.of(
                "customerId",
                NANJING,
                "name",
                "专线扩容",
                "expectedRevenue",
                80_000,
                "contactName",
                page(id).get("contactName").asText());
        must(manager.put("/api/opportunities/" + id, same));
        assertThat(timeline(id, "zh-CN")).noneMatch(line -> line.startsWith("修改商机信息"));
    }

    @Test
    void aPhoneNumberIsToldToWhoeverWorksOnItAndThatIsRecorded() {
        var id = entered(
                manager,
                Map.of(
                        "customerId",
                        NANJING,
                        "name",
                        "专线扩容",
                        "expectedRevenue",
                        80_000,
                        "contactPhone",
                        "13912345678"));
        var contact = "/api/opportunities/" + id + "/contact";
        for (var reader : List.of(manager, Caller.as("finance"))) {
            assertThat(reader.get("/api/opportunities/" + id).body())
                    .contains("139****5678")
                    .doesNotContain("13912345678");
            assertThat(callsOf(reader, id)).contains("139****5678").doesNotContain("13912345678");
        }
        assertThat(callsOf(Caller.as("operations.nanjing"), id)).contains("13912345678");
        for (var other : List.of("finance", "account-manager2.nanjing")) {
            assertThat(Caller.as(other).post(contact, Map.of()).status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(Caller.as("account-manager.suzhou").post(contact, Map.of()).status())
                .isEqualTo(404);

        assertThat(manager.post(contact, Map.of()).json().get("phone").asText()).isEqualTo("13912345678");
        var told =
                Caller.as("admin").get("/api/audit?subject=opportunity/" + id).body();
        assertThat(told).contains("opportunity.contact-revealed", "account-manager.nanjing");

        must(manager.post("/api/opportunities/" + id + "/terminate", Map.of("reason", "项目取消")));
        assertThat(manager.post(contact, Map.of()).status()).isEqualTo(409);
    }

    private static String callsOf(Caller reader, String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> reader.get("/api/opportunities/" + id + "/calls").body(),
                        found -> found.contains("contactPhone"));
    }

    @Test
    void theCustomerStaysOnceAnAgreementIsBeingApproved() {
        var id = atContract();
        agree(id, "2026-12-01", "2027-12-01");
        must(act(manager, id, "submit", Map.of()));
        var refused = manager.put(
                "/api/opportunities/" + id, Map.of("customerName", "另一家公司", "city", "nanjing", "name", "专线扩容"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("customerId");
    }

    @Test
    void theCrmKeepsTheQuoteFromItsApprovalToItsAcceptance() {
        var id = atContract();
        await().atMost(SOON).until(() -> sandbox.applied(id + ":quote:2") == 1);
        assertThat(sandbox.applied(id + ":quote:1")).isEqualTo(1);

        must(act(manager, id, "unsigned", Map.of("reason", "客户选择了对手")));
        await().atMost(SOON).until(() -> sandbox.applied(id + ":quote:3") == 1);
    }

    @Test
    void withoutAnApprovedSolutionThereIsNoQuote() {
        var id = mine();
        must(propose(id, "vpmn", 0));
        must(manager.post("/api/opportunities/" + id + "/terminate", Map.of("reason", "项目取消")));
        await().atMost(SOON).until(() -> sandbox.applied(id + ":mirror-terminated:1") == 1);
        assertThat(sandbox.applied(id + ":quote:1")).isZero();
    }
}
