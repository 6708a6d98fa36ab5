package esop.systems.resend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class ResendRuleTests {

    private static final String STEP = "try-rules";

    private final Caller designer = Caller.as("designer");

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM systems.resend_policy WHERE step = :step")
                .param("step", STEP)
                .update();
    }

    @Test
    void aChangedRuleIsAuditedWithWhatItWasAndActsAtOnce() {
        var rule = add(Map.of("attempts", 2));
        assertThat(next("connect", 2, Map.of()).get("next").asText()).isEqualTo("fallout");

        var changed = designer.put(
                "/api/resend-policies/" + rule.get("id").asLong(), draft(Map.of("attempts", 5, "revision", 1)));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().get("revision").asInt()).isEqualTo(2);
        assertThat(changed.json().get("changedBy").asText()).isEqualTo("designer");
        assertThat(next("connect", 2, Map.of()).get("next").asText()).isEqualTo("resend");
        var entry = Caller.as("admin")
                .get("/api/audit?action=resend-rule.change&subject=resend-rule/"
                        + rule.get("id").asLong())
                .json()
                .at("/items/0");
        assertThat(entry.at("/details/before/attempts").asInt()).isEqualTo(2);
        assertThat(entry.at("/details/after/attempts").asInt()).isEqualTo(5);
        assertThat(entry.get("person").asText()).isEqualTo("designer");
    }

    @Test
    void whatBecomesOfAUsedUpStepIsSaidKeptAndForetold() {
        var rule = add(Map.of("attempts", 2));
        assertThat(rule.get("afterwards").asText()).as("where nothing is said").isEqualTo("MANUAL");

        var changed = designer.put(
                "/api/resend-policies/" + rule.get("id").asLong(),
                draft(Map.of("attempts", 2, "afterwards", "ROLLBACK", "revision", 1)));

        assertThat(changed.json().get("afterwards").asText()).isEqualTo("ROLLBACK");
        assertThat(next("connect", 2, Map.of()).get("afterwards").asText()).isEqualTo("ROLLBACK");
        assertThat(next("connect", 1, Map.of()).get("afterwards").isNull()).isTrue();
    }

    @Test
    void ofTwoEditorsTheSlowerIsToldWhatHasChanged() throws Exception {
        var rule = add(Map.of("attempts", 2));
        var path = "/api/resend-policies/" + rule.get("id").asLong();
        var editors = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> both = List.of(
                    () -> designer.put(path, draft(Map.of("attempts", 7, "revision", 1)))
                            .status(),
                    () -> Caller.as("designer2")
                            .put(path, draft(Map.of("attempts", 8, "revision", 1)))
                            .status());
            var answers = new ArrayList<Integer>();
            for (var answer : editors.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        } finally {
            editors.shutdownNow();
        }

        var late = designer.put(path, draft(Map.of("attempts", 9, "revision", 1)));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().at("/errors/0/field").asText()).isEqualTo("attempts");
        assertThat(designer.delete(path + "?revision=1").status()).isEqualTo(409);
        assertThat(designer.delete(path + "?revision=2").status()).isEqualTo(204);
        assertThat(designer.delete(path + "?revision=2").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "connect,       1, resend,    , PT1S, PT1.5S",
        "timeout,       1, prove,     , PT1S, PT1.5S",
        "http-503,      2, prove,     , PT4S, PT6S",
        "connect,       3, fallout,   used-up,,",
        "refused,       1, fallout,   final,,",
        "throttled,     1, when-told, ,,"
    })
    void aRuleIsTriedBeforeItIsSaved(
            String errorClass, int attempt, String next, String why, String atLeast, String atMost) {
        var draft = draft(Map.of("attempts", 3, "intervals", List.of("PT1S", "PT4S"), "jitterPercent", 50));

        var told = next(errorClass, attempt, Map.of("draft", draft));

        assertThat(told.get("next").asText()).isEqualTo(next);
        assertThat(told.get("why").textValue()).isEqualTo(why);
        if (atLeast != null) {
            assertThat(told.get("rule").asLong()).isZero();
            assertThat(told.at("/waits/0/atLeast").asText()).isEqualTo(atLeast);
            assertThat(told.at("/waits/0/atMost").asText()).isEqualTo(atMost);
        }
        assertThat(next("connect", 3, Map.of()).get("rule").asLong())
                .as("nothing was saved")
                .isNotZero();
    }

    @Test
    void theMostExactRuleDecidesAndWhatADraftReplacesDoesNot() {
        var general = add(Map.of("errorClass", "http-*", "attempts", 2));
        var exact = add(Map.of("errorClass", "http-503", "attempts", 4));

        assertThat(next("http-502", 1, Map.of()).get("rule").asLong())
                .isEqualTo(general.get("id").asLong());
        assertThat(next("http-503", 1, Map.of()).get("rule").asLong())
                .isEqualTo(exact.get("id").asLong());
        var moved = draft(Map.of("errorClass", "http-504", "attempts", 4));
        assertThat(next(
                                "http-503",
                                1,
                                Map.of(
                                        "draft",
                                        moved,
                                        "replaces",
                                        exact.get("id").asLong()))
                        .get("rule")
                        .asLong())
                .isEqualTo(general.get("id").asLong());
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        var wrong = new HashMap<String, Object>(draft(Map.of()));
        wrong.putAll(Map.of(
                "system",
                "nosuch",
                "step",
                "Bad Step",
                "errorClass",
                "weather",
                "attempts",
                0,
                "jitterPercent",
                101,
                "intervals",
                List.of("PT1S", "soon", "P9D")));

        var refused = designer.post("/api/resend-policies", wrong);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused.json()))
                .containsExactly(
                        "system", "step", "errorClass", "attempts", "jitterPercent", "intervals[1]", "intervals[2]");
        add(Map.of());
        assertThat(designer.post("/api/resend-policies", draft(Map.of())).status())
                .isEqualTo(409);
    }

    @Test
    void theRuleForEverythingStays() {
        var last = StreamSupport.stream(
                        designer.get("/api/resend-policies").json().get("items").spliterator(), false)
                .reduce((before, after) -> after)
                .orElseThrow();
        assertThat(last.get("system").asText()
                        + last.get("step").asText()
                        + last.get("errorClass").asText())
                .isEqualTo("***");
        var path = "/api/resend-policies/" + last.get("id").asLong();

        assertThat(designer.delete(path + "?revision=" + last.get("revision").asInt())
                        .status())
                .isEqualTo(422);
        assertThat(designer.put(
                                path,
                                draft(Map.of("revision", last.get("revision").asInt())))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void onlyWhoWorksForTheWholeProvinceChangesRules() {
        for (var person : List.of("operations.nanjing", "manager", "admin")) {
            assertThat(Caller.as(person).get("/api/resend-policies").status()).isEqualTo(200);
            assertThat(Caller.as(person)
                            .post("/api/resend-policies", draft(Map.of()))
                            .status())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(Caller.as("account-manager.nanjing")
                        .get("/api/resend-policies")
                        .status())
                .isEqualTo(403);
        assertThat(Caller.anonymous().get("/api/resend-policies").status()).isEqualTo(401);
    }

    private JsonNode add(Map<String, ?> facts) {
        var added = designer.post("/api/resend-policies", draft(facts));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return added.json();
    }

    private JsonNode next(String errorClass, int attempt, Map<String, ?> more) {
        var example = new HashMap<String, Object>(
                Map.of("system", "boss", "step", STEP, "errorClass", errorClass, "attempt", attempt));
        example.putAll(more);
        var answer = designer.post("/api/resend-policies/try", example);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Map<String, Object> draft(Map<String, ?> facts) {
        var draft = new HashMap<String, Object>(Map.of(
                "system",
                "boss",
                "step",
                STEP,
                "errorClass",
                "*",
                "attempts",
                3,
                "intervals",
                List.of("PT1S"),
                "jitterPercent",
                0));
        draft.putAll(facts);
        return draft;
    }

    private static List<String> fields(JsonNode problem) {
        return StreamSupport.stream(problem.get("errors").spliterator(), false)
                .map(error -> error.get("field").asText())
                .toList();
    }
}
