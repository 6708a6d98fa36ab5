package esop.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.Caller.Answer;
import esop.EsopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class SignOnTests {

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nobodyWaits() {
        jdbc.sql("DELETE FROM identity.sign_on_failure").update();
        jdbc.sql("UPDATE identity.person SET active = true WHERE id IN ('hall.wuxi', 'hall2.wuxi')")
                .update();
    }

    @Test
    void aSessionOpensTheApiAndEndsWithSigningOff() {
        var browser = Caller.browser("account-manager.suzhou");
        assertThat(browser.get("/api/me").status()).isEqualTo(200);

        var session = browser.cookie("SESSION");
        assertThat(browser.post("/logout", "").status()).isEqualTo(204);

        assertThat(browser.get("/api/me").status()).isEqualTo(401);
        assertThat(Caller.anonymous()
                        .with("Cookie", "SESSION=" + session)
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theSessionsIdChangesAtTheLogin() {
        var browser = Caller.browser("account-manager.suzhou");
        var before = browser.cookie("SESSION");
        browser.signOn("account-manager2.suzhou", "esop-demo");

        assertThat(browser.cookie("SESSION")).isNotEqualTo(before);
        assertThat(Caller.anonymous()
                        .with("Cookie", "SESSION=" + before)
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anonymousPeopleGetNoSession() {
        var browser = Caller.anonymous();
        browser.get("/api/login-info");
        browser.get("/api/me");
        browser.get("/app/");

        assertThat(browser.cookie("SESSION")).isNull();
        assertThat(browser.cookie("ESOP-XSRF")).isNotBlank();
    }

    @Test
    void scriptsCannotReadTheSessionsCookie() {
        var browser = Caller.anonymous();
        var cookies = browser.signOn("account-manager.suzhou", "esop-demo")
                .response()
                .headers()
                .allValues("Set-Cookie");

        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("SESSION="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aWriteWithoutTheTokenIsRefused() {
        var browser = Caller.browser("account-manager.suzhou");

        assertThat(browser.with("X-ESOP-XSRF", "wrong")
                        .post("/api/probe", Map.of("name", "x", "quantity", 1))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void loginItselfNeedsTheToken() {
        var answer = Caller.anonymous().with("X-ESOP-XSRF", "wrong").signOn("account-manager.suzhou", "esop-demo");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void afterTheLoginOneIsLedToPagesOfOursOnly() {
        assertThat(backTo("/app/orders/PO20261123000001?tab=calls")).endsWith("/app/orders/PO20261123000001?tab=calls");
        assertThat(backTo("/camunda/app/tasklist/default/")).endsWith("/camunda/app/tasklist/default/");
        for (var elsewhere : List.of(
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/app/..//evil.example",
                "javascript:alert(1)",
                "/app//evil.example",
                "/api/me",
                "\t//evil.example",
                "/app/%0d%0aX: y",
                "/app/\r\nX: y")) {
            assertThat(backTo(elsewhere)).as(elsewhere).matches("(http://localhost:\\d+)?/app/(%0d%0aX: y)?");
        }
    }

    @Test
    void unknownAndKnownNamesAreRefusedAlike() {
        var known = Caller.anonymous().signOn("account-manager.wuxi", "wrong");
        var unknown = Caller.anonymous().signOn("nobody.wuxi", "wrong");
        jdbc.sql("UPDATE identity.person SET active = false WHERE id = 'hall2.wuxi'")
                .update();
        var disabled = Caller.anonymous().signOn("hall2.wuxi", "esop-demo");
        var client = Caller.anonymous().signOn("hotline-client", "esop-demo");

        for (var other : List.of(unknown, disabled, client)) {
            assertThat(other.status()).isEqualTo(known.status()).isEqualTo(401);
            assertThat(other.body()).isEqualTo(known.body());
            assertThat(other.response().headers().map().keySet())
                    .isEqualTo(known.response().headers().map().keySet());
        }
    }

    @Test
    void unknownAndKnownNamesTakeTheSameTime() {
        var known = new ArrayList<Duration>();
        var unknown = new ArrayList<Duration>();
        for (int round = 0; round < 15; round++) {
            known.add(refusal("account-manager.wuxi"));
            unknown.add(refusal("nobody-%d.wuxi".formatted(round)));
            nobodyWaits();
        }

        assertThat(median(unknown).toMillis() - median(known).toMillis())
                .isBetween(-median(known).toMillis() / 3, median(known).toMillis() / 3);
    }

    @Test
    void whoGuessesWaitsWhileTheRightPersonEntersElsewhere() {
        var guesser = Caller.anonymous().with("X-Forwarded-For", "203.0.113.7");
        guesser.get("/api/login-info");
        var answers = new ArrayList<Answer>();
        for (int guess = 0; guess < 100; guess++) {
            answers.add(guesser.signOn("account-manager.wuxi", "guess" + guess));
        }

        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSizeLessThan(10);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .hasSizeGreaterThan(90)
                .allSatisfy(answer -> {
                    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
                    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
                });
        assertThat(guesser.signOn("account-manager.wuxi", "esop-demo").status()).isEqualTo(429);
        assertThat(Caller.browser("account-manager.wuxi").get("/api/me").status())
                .isEqualTo(200);
    }

    @Test
    void theWaitGrowsWithEachWrongPassword() {
        var guesser = Caller.anonymous().with("X-Forwarded-For", "203.0.113.8");
        for (int guess = 0; guess < 5; guess++) {
            guesser.signOn("account-manager.wuxi", "guess");
        }
        var waits = new ArrayList<Integer>();
        for (int round = 0; round < 7; round++) {
            waits.add(Integer.parseInt(
                    guesser.signOn("account-manager.wuxi", "guess").header("Retry-After")));
            jdbc.sql("UPDATE identity.sign_on_failure SET blocked_until = now()")
                    .update();
            guesser.signOn("account-manager.wuxi", "guess");
        }

        assertThat(waits).containsExactly(1, 2, 4, 8, 16, 32, 60);
    }

    @Test
    void manyWrongPasswordsAtOnceAreNotAllTheFirst() {
        var guesser = Caller.anonymous().with("X-Forwarded-For", "203.0.113.9");
        var statuses = java.util.stream.IntStream.range(0, 40)
                .parallel()
                .map(guess -> guesser.post(
                                "/api/auth/token",
                                Map.of("username", "account-manager.wuxi", "password", "guess" + guess))
                        .status())
                .boxed()
                .toList();

        assertThat(Collections.frequency(statuses, 401)).isLessThanOrEqualTo(7);
        assertThat(Collections.frequency(statuses, 401) + Collections.frequency(statuses, 429))
                .isEqualTo(40);
    }

    @Test
    void aDisabledPersonsSessionEndsAtOnce() {
        var browser = Caller.browser("hall.wuxi");
        assertThat(browser.get("/api/me").status()).isEqualTo(200);

        jdbc.sql("UPDATE identity.person SET active = false WHERE id = 'hall.wuxi'")
                .update();
        assertThat(browser.get("/api/me").status()).isEqualTo(401);

        jdbc.sql("UPDATE identity.person SET active = true WHERE id = 'hall.wuxi'")
                .update();
        assertThat(browser.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void hugeNamesAndPasswordsAreJustWrong() {
        assertThat(Caller.anonymous()
                        .signOn("x".repeat(10_000), "y".repeat(100_000))
                        .status())
                .isEqualTo(401);
        assertThat(Caller.anonymous().signOn("a\0b", "a\0b").status()).isEqualTo(401);
    }

    private String backTo(String address) {
        var browser = Caller.anonymous().with("Accept", "text/html");
        browser.get("/api/login-info");
        var form = "username=account-manager.suzhou&password=esop-demo&back="
                + java.net.URLEncoder.encode(address, java.nio.charset.StandardCharsets.UTF_8);
        var answer = browser.send(browser.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return answer.header("Location");
    }

    private static Duration refusal(String name) {
        var begun = System.nanoTime();
        var answer = Caller.anonymous().post("/api/auth/token", Map.of("username", name, "password", "wrong"));
        assertThat(answer.status()).isEqualTo(401);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }
}
