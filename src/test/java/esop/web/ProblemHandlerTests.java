package esop.web;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.Caller.Answer;
import esop.EsopTest;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@EsopTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemHandlerTests {

    private Caller caller;

    @BeforeEach
    void somebodyIsSignedOn() {
        caller = Caller.as("account-manager.nanjing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"name\":}", "[1,", "", "{\"name\":\"x\",\"quantity\":1} trailing", "nonsense"})
    void brokenJsonIsRefusedWithoutAStack(String body) {
        var answer = caller.json("POST", "/api/probe", body);

        assertProblem(answer, 400);
        assertThat(answer.body()).doesNotContain("Exception", "jackson", "at esop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void aHundredThousandLevelsAreRefusedUnderASecond(String level) {
        var begun = Instant.now();

        assertProblem(caller.json("POST", "/api/probe", level.repeat(100_000)), 400);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aWrongTypeIsNamedAtItsField() {
        var answer = caller.json("POST", "/api/probe", "{\"name\":\"x\",\"quantity\":\"many\"}");

        assertProblem(answer, 400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("quantity");
    }

    @Test
    void aMissingFieldATooLongOneAndAFractionAreNamedAtTheirField() {
        for (var body : new String[] {
            "{\"quantity\":1}", "{\"name\":\"%s\",\"quantity\":1}".formatted("x".repeat(21)), "{\"name\":\"\"}"
        }) {
            var answer = caller.json("POST", "/api/probe", body);
            assertProblem(answer, 400);
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("name");
        }
        assertProblem(caller.json("POST", "/api/probe", "{\"name\":\"x\",\"quantity\":1.5}"), 400);
    }

    @Test
    void aNulIsRefusedAtItsField() {
        var answer = caller.json("POST", "/api/probe", "{\"name\":\"a\\u0000b\",\"quantity\":1}");

        assertProblem(answer, 400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("name");
    }

    @Test
    void aNulInAParameterIsRefused() {
        assertProblem(caller.get("/api/people?q=a%00b"), 400);
    }

    @Test
    void anotherContentTypeIsRefused() {
        var xml = caller.request("/api/probe")
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<a/>"));

        assertProblem(caller.send(xml), 415);
    }

    @Test
    void anotherMethodIsRefused() {
        assertProblem(caller.delete("/api/me"), 405);
    }

    @Test
    void traceIsRefused() {
        var trace = caller.request("/api/me").method("TRACE", HttpRequest.BodyPublishers.noBody());

        assertThat(caller.send(trace).status()).isEqualTo(405);
    }

    @Test
    void twentyMegabytesAreTooMuch() {
        assertProblem(caller.json("POST", "/api/probe", "\"" + "x".repeat(20_000_000) + "\""), 413);
    }

    @Test
    void twentyMegabytesThatDoNotSaySoAreTooMuchToo() {
        var body = ("\"" + "x".repeat(20_000_000) + "\"").getBytes();
        var chunked = caller.request("/api/probe")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)));

        assertProblem(caller.send(chunked), 413);
    }

    @Test
    void whatNobodyExpectedTellsAnIdThatIsInTheLog(CapturedOutput log) {
        var answer = caller.get("/api/probe/other?number=1");

        assertProblem(answer, 500);
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(log).contains(answer.json().get("id").asText()).contains("the secret reason");
    }

    @Test
    void unknownThingsAndConflictsSayWhat() {
        var unknown = caller.get("/api/probe/unknown?number=1");
        assertProblem(unknown, 404);
        assertThat(unknown.json().get("detail").asText()).isEqualTo("no such probe");

        var conflict = caller.get("/api/probe/conflict?number=1");
        assertProblem(conflict, 409);
        assertThat(conflict.json().get("claimedBy").asText()).isEqualTo("somebody");
    }

    @Test
    void parametersAreCheckedToo() {
        for (var query : new String[] {"", "?number=x", "?number=6"}) {
            var answer = caller.get("/api/probe/unknown" + query);
            assertProblem(answer, 400);
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("number");
        }
    }

    @Test
    void anUnknownAddressIsNotFound() {
        assertProblem(caller.get("/api/nowhere"), 404);
    }

    @Test
    void pagesAreCapped() {
        assertThat(caller.get("/api/probe?size=999999999&page=3").body()).isEqualTo("id 200 600");
        assertThat(caller.get("/api/probe?size=-1&page=-1").body()).isEqualTo("id 1 0");
        assertProblem(caller.get("/api/probe?size=99999999999999"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password", "name;drop table", "name,sideways", "name,desc,1", "1", "(select 1)", "name desc"})
    void onlyKnownFieldsSort(String sort) {
        var answer = caller.get(
                "/api/probe?sort=" + java.net.URLEncoder.encode(sort, java.nio.charset.StandardCharsets.UTF_8));

        assertProblem(answer, 400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("sort");
        assertThat(caller.get("/api/probe?sort=name,desc").body()).startsWith("name DESC NULLS LAST, id");
    }

    @Test
    void problemsSpeakChineseUnlessEnglishIsAskedFor() {
        var english = Caller.as("manager").with("Accept-Language", "en-GB,en;q=0.9");
        var french = Caller.as("manager").with("Accept-Language", "fr");

        assertThat(caller.get("/api/nowhere").json().get("title").asText()).isEqualTo("找不到");
        assertThat(english.get("/api/nowhere").json().get("title").asText()).isEqualTo("Not found");
        assertThat(french.get("/api/nowhere").json().get("title").asText()).isEqualTo("找不到");
        assertThat(Caller.anonymous().get("/api/me").json().get("title").asText())
                .isEqualTo("请先登录");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/me;a=b",
                "/api;a=b/me",
                "/api//me",
                "//api/me",
                "/api/./me",
                "/api/x/../me",
                "/api/%2e%2e/api/me",
                "/api/%2e/me",
                "/api/me%00",
                "/api/%00me",
                "/api%2fme",
                "/api/me%3b",
                "/api/me%0a",
                "/api/me%5c",
                "/app;a=b/",
                "/app//index.html",
                "/app/%2e%2e/api/me",
                "/camunda/app/tasklist;a=b/",
                "/camunda//app/tasklist/",
                "/actuator/health;a",
                "/actuator//health",
                "/callbacks/;x",
                "/app/%00"
            })
    void crookedAddressesAreNeverAnswered(String address) {
        assertThat(caller.get(address).status()).isBetween(400, 499);
        assertThat(Caller.anonymous().get(address).status()).isBetween(400, 499);
    }

    @Test
    void whatIsNotAskedForIsIgnored() {
        var answer = caller.post("/api/probe", Map.of("name", "extra", "quantity", 1, "admin", true));

        assertThat(answer.status()).isEqualTo(201);
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        for (var property : new String[] {"type", "title", "detail"}) {
            assertThat(problem.get(property).asText()).isNotBlank();
        }
        assertThat(problem.get("errors").isArray()).isTrue();
    }
}
