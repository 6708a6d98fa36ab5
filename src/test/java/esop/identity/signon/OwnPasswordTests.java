package esop.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.Caller.Answer;
import esop.EsopTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class OwnPasswordTests {

    private static final String FIRST = "first-password";
    private static final String SECOND = "second-password";

    @Autowired
    private JdbcClient jdbc;

    private final String person = "own-" + UUID.randomUUID().toString().substring(0, 8) + ".wuxi";
    private final Caller browser = Caller.anonymous();

    @BeforeEach
    void arrive() {
        var added = Caller.as("admin")
                .post(
                        "/api/administration/people",
                        Map.of(
                                "id",
                                person,
                                "name",
                                "新同事",
                                "organization",
                                "wuxi-enterprise",
                                "password",
                                FIRST,
                                "roles",
                                List.of("hall"),
                                "cities",
                                List.of("wuxi")));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        browser.signOn(person, FIRST);
    }

    @AfterEach
    void leave() {
        jdbc.sql("UPDATE identity.person SET active = false WHERE id = ?")
                .param(person)
                .update();
        jdbc.sql("DELETE FROM identity.sign_on_failure").update();
        jdbc.sql("DELETE FROM identity.sign_on_address").update();
    }

    @Test
    void aNewPasswordEndsWhateverTheOldOneOpenedButTheSessionAtHand() {
        var elsewhere = Caller.anonymous();
        elsewhere.signOn(person, FIRST);
        var script = Caller.anonymous().with("Authorization", "Bearer " + credential());
        assertThat(script.get("/api/me").status()).isEqualTo(200);

        var changed = change(browser, FIRST, SECOND);

        assertThat(changed.status()).as(changed.body()).isEqualTo(204);
        assertThat(browser.get("/api/me").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/me").status()).isEqualTo(401);
        assertThat(script.get("/api/me").status()).isEqualTo(401);
        assertThat(Caller.anonymous().signOn(person, FIRST).status()).isEqualTo(401);
        assertThat(Caller.anonymous().signOn(person, SECOND).status()).isEqualTo(204);
        var entry = Caller.as("admin")
                .get("/api/audit?action=password.changed&subject=person/" + person)
                .json()
                .at("/items/0");
        assertThat(entry.get("person").asText()).isEqualTo(person);
        assertThat(entry.get("details")).isEmpty();
    }

    @Test
    void aSystemChangesItsOwnWithACredential() {
        var script = Caller.anonymous().with("Authorization", "Bearer " + credential());

        assertThat(change(script, FIRST, SECOND).status()).isEqualTo(204);
        assertThat(script.get("/api/me").status()).isEqualTo(401);
        assertThat(browser.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void whatIsWrongIsNamedAndNothingChanges() {
        assertField(change(browser, "wrong-password", SECOND), 422, "oldPassword");
        assertField(change(browser, FIRST, FIRST), 422, "newPassword");
        assertField(change(browser, FIRST, "short"), 400, "newPassword");
        assertThat(change(Caller.anonymous(), FIRST, SECOND).status()).isIn(401, 403);
        assertThat(change(browser.with("X-ESOP-XSRF", "wrong"), FIRST, SECOND).status())
                .isEqualTo(403);
        assertThat(Caller.anonymous().signOn(person, FIRST).status()).isEqualTo(204);
    }

    @Test
    void whoFoundAnOpenScreenGuessesAsSlowlyAsAtTheDoor() {
        for (int guess = 0; guess < 5; guess++) {
            assertField(change(browser, "guess" + guess, SECOND), 422, "oldPassword");
        }

        var waits = change(browser, FIRST, SECOND);

        assertThat(waits.status()).isEqualTo(429);
        assertThat(waits.header("Retry-After")).isNotBlank();
        assertThat(browser.get("/api/me").status()).isEqualTo(200);
    }

    private String credential() {
        return Caller.anonymous()
                .post("/api/auth/token", Map.of("username", person, "password", FIRST))
                .json()
                .get("accessToken")
                .asText();
    }

    private static Answer change(Caller caller, String from, String to) {
        return caller.post("/api/me/password", Map.of("oldPassword", from, "newPassword", to));
    }

    private static void assertField(Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    }
}
