package esop.workflow.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class SubstitutionTests {

    @Autowired
    private JdbcClient jdbc;

    private Caller approver;
    private Caller other;
    private LocalDate today;

    @BeforeEach
    void start() {
        approver = Caller.as("approver.wuxi");
        other = Caller.as("approver2.wuxi");
        today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    @AfterEach
    void clear() {
        jdbc.sql("DELETE FROM workflow.absence").update();
    }

    @Test
    void oneEntersSeesAndEndsOnesOwnAndTheSubstituteSeesIt() {
        var entered = approver.post("/api/substitutions", wish("approver2.wuxi", 0, 5, Map.of("amountLimit", 80000)));

        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.json().get("state").asText()).isEqualTo("in-force");
        assertThat(entered.json().get("substituteName").asText()).isEqualTo("潘溪亭");
        var id = entered.json().get("id").asText();
        var seen = other.get("/api/substitutions").json();
        assertThat(seen.findValuesAsText("id")).containsExactly(id);
        assertThat(seen.get(0).get("mayEnd").asBoolean())
                .as("it is not the substitute's")
                .isFalse();
        assertThat(other.post("/api/substitutions/" + id + "/end", Map.of()).status())
                .isEqualTo(404);
        assertThat(approver.get("/api/me/presence").json().get("because").asText())
                .isEqualTo("absence");

        var told = other.get("/api/notices?unseen=true&size=1").json().at("/items/0");
        assertThat(told.get("kind").asText()).isEqualTo("standing-in");
        assertThat(told.hasNonNull("taskId")).isFalse();
        assertThat(told.get("note").asText())
                .startsWith(entered.json().get("personName").asText() + " · " + today);

        var ended = approver.post("/api/substitutions/" + id + "/end", Map.of());

        assertThat(other.get("/api/notices?unseen=true&size=1")
                        .json()
                        .at("/items/0/kind")
                        .asText())
                .isEqualTo("standing-in-ended");

        assertThat(ended.json().get("state").asText()).isEqualTo("ended");
        assertThat(approver.post("/api/substitutions/" + id + "/end", Map.of()).status())
                .isEqualTo(409);
        assertThat(approver.get("/api/me/presence").json().get("because").asText())
                .isEqualTo("calendar");
        assertThat(jdbc.sql("SELECT action FROM identity.audit_log WHERE subject = :subject ORDER BY id")
                        .param("subject", "substitution/" + id)
                        .query(String.class)
                        .list())
                .containsExactly("substitution.entered", "substitution.ended");
    }

    @Test
    void aSuperiorAndAnAdministratorEnterItForTheirPeopleAndNobodyElseDoes() {
        var wish = wish("approver2.wuxi", 0, 5, Map.of("person", "approver.wuxi"));
        for (var stranger : List.of("approver2.wuxi", "manager.nanjing", "admin.nanjing", "operations.wuxi")) {
            assertField(Caller.as(stranger).post("/api/substitutions", wish), "person");
        }
        for (var above : List.of("manager.wuxi", "manager", "admin.wuxi", "admin")) {
            var entered = Caller.as(above).post("/api/substitutions", wish);
            assertThat(entered.status()).as(above + entered.body()).isEqualTo(201);
            assertThat(entered.json().get("person").asText()).isEqualTo("approver.wuxi");
            assertThat(approver.post(
                                    "/api/substitutions/"
                                            + entered.json().get("id").asText() + "/end",
                                    Map.of())
                            .status())
                    .isEqualTo(200);
        }
        assertThat(Caller.as("manager.wuxi")
                        .get("/api/substitutions/people")
                        .json()
                        .findValuesAsText("id"))
                .startsWith("manager.wuxi")
                .contains("approver.wuxi")
                .doesNotContain("manager", "approver.nanjing");
    }

    @Test
    void anAdministratorNeitherStandsInNorDecidesForWhoHoldsMore() {
        var lawyer = "legal-" + UUID.randomUUID().toString().substring(0, 8) + ".wuxi";
        var added = Caller.as("admin")
                .post(
                        "/api/administration/people",
                        Map.of(
                                "id",
                                lawyer,
                                "name",
                                "新同事",
                                "organization",
                                "wuxi-enterprise",
                                "password",
                                "first-password",
                                "roles",
                                List.of("legal"),
                                "cities",
                                List.of("wuxi")));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        var administrator = Caller.as("admin.wuxi");

        assertField(enter(administrator, "admin.wuxi", 0, 5, Map.of("person", "approver.wuxi")), "substitute");
        assertField(enter(administrator, "approver2.wuxi", 0, 5, Map.of("person", lawyer)), "person");
        for (var above : List.of("admin", "manager")) {
            assertField(enter(administrator, "approver2.wuxi", 0, 5, Map.of("person", above)), "person");
        }
        assertThat(enter(Caller.as("manager.wuxi"), "manager.wuxi", 0, 5, Map.of("person", "approver.wuxi"))
                        .status())
                .as("a superior may stand in")
                .isEqualTo(201);

        jdbc.sql("UPDATE identity.person SET active = false WHERE id = ?")
                .param(lawyer)
                .update();
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        assertField(enter(approver, "approver2.wuxi", -1, 5, Map.of()), "firstDay");
        assertField(enter(approver, "approver2.wuxi", 5, 4, Map.of()), "lastDay");
        assertField(enter(approver, "approver2.wuxi", 0, 500, Map.of()), "lastDay");
        assertField(enter(approver, "approver.wuxi", 0, 5, Map.of()), "substitute");
        assertField(enter(approver, "nobody", 0, 5, Map.of()), "substitute");
        assertField(enter(approver, "approver.suzhou", 0, 5, Map.of()), "substitute");
        assertField(enter(approver, "si.local", 0, 5, Map.of()), "substitute");
        assertField(enter(approver, "approver2.wuxi", 0, 5, Map.of("cities", List.of("nanjing"))), "cities");
        assertField(enter(approver, "approver2.wuxi", 0, 5, Map.of("processes", List.of("no-such"))), "processes");
        assertField(enter(approver, "approver2.wuxi", 0, 5, Map.of("amountLimit", 0)), "amountLimit");
        assertField(enter(approver, null, 0, 5, Map.of("away", false)), "substitute");
        assertField(approver.post("/api/substitutions", Map.of("substitute", "approver2.wuxi")), "firstDay");
        assertThat(approver.post("/api/substitutions", Map.of("firstDay", "someday"))
                        .status())
                .isEqualTo(400);
        assertThat(approver.get("/api/substitutions").json()).isEmpty();
    }

    @Test
    void twoForTheSameWorkOnTheSameDayAreRefusedAndTwoForDifferentWorkAreNot() {
        assertThat(enter(approver, "approver2.wuxi", 2, 5, Map.of("processes", List.of("fallout")))
                        .status())
                .isEqualTo(201);
        assertField(enter(approver, "manager.wuxi", 5, 9, Map.of()), "firstDay");
        assertField(
                enter(approver, "manager.wuxi", 0, 2, Map.of("processes", List.of("fallout", "order"))), "firstDay");
        assertThat(enter(approver, "manager.wuxi", 5, 9, Map.of("processes", List.of("order")))
                        .status())
                .isEqualTo(201);
        assertThat(enter(approver, "manager.wuxi", 20, 22, Map.of()).status()).isEqualTo(201);
    }

    @Test
    void aCircleIsRefusedWithTheNamesOfItsLinks() {
        enter(approver, "approver2.wuxi", 0, 5, Map.of());
        enter(other, "manager.wuxi", 3, 9, Map.of());

        var closing = enter(Caller.as("manager.wuxi"), "approver.wuxi", 4, 6, Map.of());

        assertField(closing, "substitute");
        assertThat(closing.json().at("/errors/0/message").asText()).contains("高守拙 → 章慎行 → 潘溪亭 → 高守拙");
        assertThat(enter(Caller.as("manager.wuxi"), "approver.wuxi", 6, 9, Map.of())
                        .status())
                .as("on no common day")
                .isEqualTo(201);
    }

    @Test
    void whoIsAwayStandsInOnlyWhereSomebodyStandsInForThem() {
        assertThat(enter(other, null, 2, 3, Map.of()).status()).isEqualTo(201);
        assertField(enter(approver, "approver2.wuxi", 0, 5, Map.of()), "substitute");
        assertThat(enter(other, "manager.wuxi", 2, 3, Map.of()).status()).isEqualTo(201);
        assertThat(enter(approver, "approver2.wuxi", 0, 5, Map.of()).status()).isEqualTo(201);
    }

    private Caller.Answer enter(Caller who, String substitute, int from, int to, Map<String, ?> more) {
        return who.post("/api/substitutions", wish(substitute, from, to, more));
    }

    private Map<String, Object> wish(String substitute, int from, int to, Map<String, ?> more) {
        var wish = new HashMap<String, Object>();
        wish.put("substitute", substitute);
        wish.put("firstDay", today.plusDays(from).toString());
        wish.put("lastDay", today.plusDays(to).toString());
        wish.putAll(more);
        return wish;
    }

    private static void assertField(Caller.Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    }
}
