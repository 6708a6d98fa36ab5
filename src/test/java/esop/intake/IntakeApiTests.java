package esop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.Caller;
import esop.EsopTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EsopTest
class IntakeApiTests extends IntakeScene {

    @Test
    void whatIsWrongIsNamedFieldByField() {
        var wish = new HashMap<String, Object>(Map.of(
                "customerId", "C999999999",
                "kind", "party",
                "offeringIds", List.of("vpmn", "never-sold"),
                "contactPhone", "call me",
                "callbackPhone", "12"));
        var refused = hotline.post("/api/intakes", wish);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "customerId", "kind", "need", "offeringIds[1]", "contactPhone", "callbackPhone");
        wish = new HashMap<>(Map.of("kind", "enquiry", "need", "短号"));
        assertThat(hotline.post("/api/intakes", wish).json().at("/errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("customerId", "city");
    }

    @Test
    void anotherCitysLinkIsLikeOneThatDoesNotExist() {
        var id = atTheManager();
        var stranger = chinese("account-manager.suzhou");
        var unknown = stranger.get("/api/intakes/IN9999999999");
        assertThat(unknown.status()).isEqualTo(404);
        for (var part : List.of("", "/timeline", "/calls")) {
            var theirs = stranger.get("/api/intakes/" + id + part);
            assertThat(theirs.status()).isEqualTo(404);
            assertThat(theirs.json().get("detail").asText().replace(id, "IN9999999999"))
                    .isEqualTo(unknown.json().get("detail").asText());
        }
        assertThat(act(stranger, id, "handle", Map.of("outcome", "noted", "result", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/api/intakes/" + id + "/withdraw", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/intakes?q=" + id).json().get("total").asInt())
                .isZero();
        var theirs = wish("enquiry");
        theirs.put("customerId", OF_SUZHOU);
        assertThat(hall.post("/api/intakes", theirs).status()).isEqualTo(422);
    }

    @Test
    void theSameNumberOfAClientIsOneIntake() {
        var wish = wish("enquiry", "vpmn");
        wish.put("externalId", "HL-" + System.nanoTime());
        var answers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Caller.as("hotline-client").post("/api/intakes", wish)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers.stream().map(Caller.Answer::status).sorted()).containsExactly(200, 200, 200, 201);
        assertThat(answers.stream()
                        .map(answer -> answer.json().get("id").asText())
                        .distinct())
                .hasSize(1);
        var id = answers.get(0).json().get("id").asText();
        assertThat(page(id).get("holder").isNull()).isTrue();
        assertThat(open(hotline, id)).isNotNull();

        var other = new HashMap<>(wish);
        other.put("need", "另一件事");
        assertThat(Caller.as("hotline-client").post("/api/intakes", other).status())
                .isEqualTo(409);
        assertThat(Caller.as("web-client").post("/api/intakes", wish).status()).isEqualTo(201);
    }

    @Test
    void theWebsiteSeesItsOwnAndTheHotlineAnswersThem() {
        var web = Caller.as("web-client");
        var theirs = entered(web, wish("enquiry", "vpmn"));
        assertThat(page(theirs).get("contact").asText()).isEqualTo("website");
        assertThat(page(theirs).get("handling").asText()).isEqualTo("hotline");
        var other = atTheManager();
        assertThat(web.get("/api/intakes/" + theirs).status()).isEqualTo(200);
        assertThat(web.get("/api/intakes/" + other).status()).isEqualTo(404);
        assertThat(web.get("/api/intakes?q=" + other).json().get("total").asInt())
                .isZero();
        must(web.post("/api/intakes/" + theirs + "/withdraw", Map.of("reason", "客户在网上撤回")));
    }

    @Test
    void numbersAreMaskedForChannelsWithoutAPart() {
        var id = atTheManager();
        assertThat(page(hotline, id).get("contactPhone").asText()).isEqualTo(MOBILE);
        assertThat(page(tele, id).get("contactPhone").asText()).isEqualTo("138****1111");
        assertThat(tele.get("/api/intakes?q=" + MOBILE.substring(0, 10))
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(tele.get("/api/intakes?size=200&q=" + MOBILE)
                        .json()
                        .get("items")
                        .findValuesAsText("id"))
                .contains(id);
        var calls = await().atMost(SOON)
                .until(
                        () -> tele.get("/api/intakes/" + id + "/calls"),
                        found -> !found.json().isEmpty());
        assertThat(calls.body()).contains("138****1111").doesNotContain(MOBILE);
        assertThat(operations.get("/api/intakes/" + id + "/calls").body()).contains(MOBILE);
        assertThat(actions(tele, id)).isEmpty();
        assertThat(tele.post("/api/intakes/" + id + "/notes", Map.of("text", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(act(tele, id, "handle", Map.of("outcome", "noted", "result", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(act(hall, id, "return", Map.of("reason", "x")).status()).isEqualTo(403);
    }

    @Test
    void whatOneChannelCorrectsTheNextOneFinds() {
        var id = atTheManager();
        var revision = page(id).get("revision").asInt();
        var better = wish("new-order", "leased-line", "vpmn");
        better.put("callbackPhone", "13900002222");
        better.put("revision", revision);
        must(hotline.put("/api/intakes/" + id, better));
        assertThat(page(manager, id).get("callbackPhone").asText()).isEqualTo("13900002222");
        assertThat(timeline(id, "zh-CN")).contains("更新：产品、回拨电话");
        var task = open(manager, id).get("id").asText();
        assertThat(manager.get("/api/tasks/" + task + "/form")
                        .json()
                        .at("/data/contact")
                        .asText())
                .contains("回拨 13900002222");
        better.put("need", "三个仓库");
        assertThat(hotline.put("/api/intakes/" + id, better).status()).isEqualTo(409);
    }

    @Test
    void theRuleIsAskedWhileItIsEntered() {
        var here = hotline.get("/api/intakes/route?kind=enquiry&products=vpmn&customer=" + MANAGED)
                .json();
        assertThat(here.get("here").asBoolean()).isTrue();
        var elsewhere = hotline.get("/api/intakes/route?kind=new-order&products=vpmn,leased-line&customer=" + MANAGED)
                .json();
        assertThat(elsewhere.get("here").asBoolean()).isFalse();
        assertThat(elsewhere.get("channel").asText()).isEqualTo("tele-manager");
        assertThat(elsewhere.get("channels"))
                .extracting(channel -> channel.asText())
                .contains("hall", "account-manager")
                .doesNotContain("hotline", "website");
        assertThat(elsewhere.at("/because/rule").asText()).isEqualTo("vpmnElsewhere");
        assertThat(hotline.get("/api/intakes/route?kind=party").status()).isEqualTo(400);
    }

    @Test
    void whatTheContactChannelCannotDoItCannotHaveDone() {
        var wish = wish("new-order", "leased-line");
        wish.put("outcome", "answered");
        wish.put("result", "x");
        var refused = hotline.post("/api/intakes", wish);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("outcome");
        var silent = wish("enquiry");
        silent.put("outcome", "answered");
        assertThat(hotline.post("/api/intakes", silent)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("result");
        assertThat(hotline.get("/api/intakes?view=todo&q=" + MOBILE + "&sort=created,desc")
                        .json()
                        .at("/items")
                        .findValuesAsText("outcome"))
                .doesNotContain("answered");
    }

    @Test
    void theListIsFilteredSortedAndExported() {
        var id = atTheManager();
        assertThat(manager.get("/api/intakes?view=todo&q=" + id)
                        .json()
                        .at("/items/0/mine")
                        .asBoolean())
                .isTrue();
        assertThat(hotline.get("/api/intakes?view=todo&q=" + id)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(hotline.get("/api/intakes?view=own&q=" + id)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(tele.get("/api/intakes?view=own&q=" + id).json().get("total").asInt())
                .isZero();
        for (var filter : List.of("kind=new-order", "contact=hotline", "product=leased-line", "customer=" + MANAGED)) {
            assertThat(tele.get("/api/intakes?q=" + id + "&" + filter)
                            .json()
                            .get("total")
                            .asInt())
                    .as(filter)
                    .isEqualTo(1);
        }
        assertThat(tele.get("/api/intakes?q=" + id + "&state=handled,withdrawn")
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(tele.get("/api/intakes?state=nowhere").status()).isEqualTo(400);
        assertThat(tele.get("/api/intakes?sort=need").status()).isEqualTo(400);
        var file = hotline.get("/api/intakes/export?format=csv&q=" + id);
        assertThat(file.body()).contains(id, "新订业务", "预受理").doesNotContain(MOBILE);
    }

    @Test
    void aDraftIsItsOwnersOnly() {
        must(hotline.put("/api/intakes/draft", Map.of("need", "说到一半")));
        assertThat(hotline.get("/api/intakes/draft").json().get("need").asText())
                .isEqualTo("说到一半");
        assertThat(hall.get("/api/intakes/draft").status()).isEqualTo(204);
        assertThat(hotline.delete("/api/intakes/draft").status()).isEqualTo(204);
        assertThat(hotline.get("/api/intakes/draft").status()).isEqualTo(204);
    }

    @Test
    void whoHasNoChannelReadsAndWritesNothing() {
        var id = atTheManager();
        assertThat(chinese("approver.nanjing").get("/api/intakes/" + id).status())
                .isEqualTo(200);
        assertThat(chinese("approver.nanjing")
                        .post("/api/intakes", wish("enquiry"))
                        .status())
                .isEqualTo(403);
        assertThat(chinese("planner").get("/api/intakes/" + id).status()).isEqualTo(403);
        assertThat(Caller.anonymous().get("/api/intakes/" + id).status()).isEqualTo(401);
    }

    @Test
    void ofTwoWhoHandleItAtOnceOneWins() {
        var id = entered(hotline, wish("new-order", "vpmn"));
        var both = List.of(tele, chinese("tele-manager2.nanjing")).stream()
                .map(who -> CompletableFuture.supplyAsync(
                        () -> act(who, id, "handle", Map.of("outcome", "answered", "result", "已答复"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Caller.Answer::status)
                .sorted()
                .toList();
        assertThat(both).containsExactly(200, 409);
    }
}
