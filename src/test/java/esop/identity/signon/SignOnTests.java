package esop.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.Caller.Answer;
import esop.EsopTest;
import esop.TestEnvironment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
        jdbc.sql("DELETE FROM identity.sign_on_address").update();
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
    void whoTriesOnePasswordOnManyNamesWaitsAndOthersDoNot() {
        var guesser = Caller.anonymous().with("X-Forwarded-For", "203.0.113.20");
        var answers = new ArrayList<Answer>();
        for (int guess = 0; guess < 70; guess++) {
            answers.add(guess(guesser, "somebody" + guess + ".wuxi"));
        }

        assertThat(answers.subList(0, 60)).extracting(Answer::status).containsOnly(401);
        assertThat(answers.subList(65, 70)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        });
        assertThat(guess(Caller.anonymous().with("X-Forwarded-For", "203.0.113.21"), "somebody0.wuxi")
                        .status())
                .isEqualTo(401);
        assertThat(Caller.fresh("account-manager.wuxi").get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void aCrowdAtTheDoorIsSentAwayInsteadOfTakingEveryThread() throws Exception {
        var crowd = Executors.newFixedThreadPool(120);
        try {
            var guesses = IntStream.range(0, 120)
                    .<Callable<Answer>>mapToObj(one -> () -> guess(
                            Caller.anonymous().with("X-Forwarded-For", "198.51.100." + one),
                            "somebody" + one + ".wuxi"))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (var answer : crowd.invokeAll(guesses)) {
                answers.add(answer.get());
            }

            assertThat(answers).extracting(Answer::status).containsOnly(401, 429);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 429)
                    .isNotEmpty()
                    .allSatisfy(
                            answer -> assertThat(answer.header("Retry-After")).isEqualTo("1"));
        } finally {
            crowd.shutdownNow();
        }
    }

    /** Only 127.0.0.1 is a proxy here; a private address alone is none. */
    @Test
    void whoIsNoProxyDoesNotSayWhereTheyComeFrom() throws Exception {
        var statuses = new ArrayList<String>();
        for (int guess = 0; guess < 7; guess++) {
            statuses.add(guessFrom("127.0.0.2", "203.0.113." + (30 + guess), "nobody-else.wuxi"));
        }

        assertThat(statuses.get(0)).contains(" 401 ");
        assertThat(statuses.get(6)).contains(" 429 ");
        assertThat(jdbc.sql("SELECT address FROM identity.sign_on_failure WHERE name = 'nobody-else.wuxi'")
                        .query(String.class)
                        .list())
                .containsExactly("127.0.0.2");
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

    private static Answer guess(Caller guesser, String name) {
        return guesser.post("/api/auth/token", Map.of("username", name, "password", "guess"));
    }

    private static String guessFrom(String address, String forwardedFor, String name) throws IOException {
        var body = "{\"username\":\"" + name + "\",\"password\":\"guess\"}";
        var port = URI.create(TestEnvironment.serverUrl()).getPort();
        try (var socket = new Socket("127.0.0.1", port, InetAddress.getByName(address), 0)) {
            socket.getOutputStream()
                    .write(String.join(
                                    "\r\n",
                                    "POST /api/auth/token HTTP/1.1",
                                    "Host: localhost",
                                    "Connection: close",
                                    "X-Forwarded-For: " + forwardedFor,
                                    "Content-Type: application/json",
                                    "Content-Length: " + body.length(),
                                    "",
                                    body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
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
