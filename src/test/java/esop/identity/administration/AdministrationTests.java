package esop.identity.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.Caller.Answer;
import esop.EsopTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class AdministrationTests {

    private static final String PEOPLE = "/api/administration/people";

    @Autowired
    private JdbcClient jdbc;

    private final String newcomer = "new-" + UUID.randomUUID().toString().substring(0, 8) + ".nanjing";

    /** Else other tests would find somebody new to give their work to. */
    @AfterEach
    void leave() {
        jdbc.sql("UPDATE identity.person SET active = false WHERE id LIKE '%' || :id")
                .param("id", newcomer)
                .update();
    }

    @Test
    void aCityAdministratorAddsSomebodyWhoCanSignOn() {
        var added =
                add("admin.nanjing", newcomer, "nanjing-enterprise", List.of("account-manager"), List.of("nanjing"));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.header("Location")).endsWith("/" + newcomer);
        var browser = Caller.anonymous();
        assertThat(browser.signOn(newcomer, "first-password").status()).isEqualTo(204);
        assertThat(browser.get("/api/me").json().get("modules").toString()).contains("orders");
    }

    @Test
    void rightsChangeAtTheNextRequestAndLeaveATrace() {
        add("admin.nanjing", newcomer, "nanjing-enterprise", List.of("account-manager"), List.of("nanjing"));
        var browser = Caller.anonymous();
        browser.signOn(newcomer, "first-password");

        var changed = change("admin.nanjing", newcomer, true, List.of("operations"), List.of("nanjing"), Map.of());
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(browser.get("/api/calls").status()).isNotEqualTo(403);

        var entry = Caller.fresh("admin")
                .get("/api/audit?action=rights.changed&subject=person/" + newcomer)
                .json()
                .at("/items/0");
        assertThat(entry.get("person").asText()).isEqualTo("admin.nanjing");
        assertThat(entry.at("/details/before/roles/0").asText()).isEqualTo("account-manager");
        assertThat(entry.at("/details/after/roles/0").asText()).isEqualTo("operations");
        assertThat(entry.get("city").asText()).isEqualTo("nanjing");
    }

    @Test
    void whoIsDisabledIsOutAtOnce() {
        add("admin.nanjing", newcomer, "nanjing-enterprise", List.of("account-manager"), List.of("nanjing"));
        var browser = Caller.anonymous();
        browser.signOn(newcomer, "first-password");

        change("admin.nanjing", newcomer, false, List.of("account-manager"), List.of("nanjing"), Map.of());

        assertThat(browser.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsTheOldOne() {
        add("admin.nanjing", newcomer, "nanjing-enterprise", List.of("account-manager"), List.of("nanjing"));
        var browser = Caller.anonymous();
        browser.signOn(newcomer, "first-password");
        var answer = Caller.fresh("admin.nanjing")
                .post(PEOPLE + "/" + newcomer + "/password", Map.of("password", "second-password"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(browser.get("/api/me").status()).isEqualTo(401);
        assertThat(Caller.anonymous().signOn(newcomer, "first-password").status())
                .isEqualTo(401);
        assertThat(Caller.anonymous().signOn(newcomer, "second-password").status())
                .isEqualTo(204);
    }

    @Test
    void anAdministratorDoesNotGiveMoreThanTheyHold() {
        add("admin.nanjing", newcomer, "nanjing-enterprise", List.of(), List.of());

        assertThat(change("admin.nanjing", newcomer, true, List.of("admin"), List.of(), Map.of())
                        .status())
                .as("a role above the own grade")
                .isEqualTo(403);
        assertThat(change("admin.nanjing", newcomer, true, List.of(), List.of("suzhou"), Map.of())
                        .status())
                .as("another city")
                .isEqualTo(403);
        assertThat(change("admin.nanjing", newcomer, true, List.of(), List.of(), Map.of("audit", "read"))
                        .status())
                .as("a module they may not use")
                .isEqualTo(403);
        assertThat(find("admin.nanjing", newcomer).get("roles").size()).isZero();
        assertThat(add("admin.nanjing", "x-" + newcomer, "nanjing-enterprise", List.of("admin"), List.of())
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"boss", "bo-ss", "first.level", "webclient"})
    void nobodyIsCalledLikeASystem(String id) {
        var refused = add("admin.nanjing", id, "nanjing-enterprise", List.of(), List.of());

        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.json().get("detail").asText()).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "admin.nanjing"})
    void nobodyChangesTheirOwnRights(String administrator) {
        var self = find(administrator, administrator);
        var roles = List.of("admin", "city-admin", "manager");

        assertThat(change(administrator, administrator, true, roles, words(self.get("cities")), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"designer", "planner", "finance", "legal", "expert", "hotline", "si", "web"})
    void whatReachesPastACityIsGivenByTheProvince(String role) {
        add("admin.nanjing", newcomer, "nanjing-operations", List.of("hall"), List.of("nanjing"));

        assertThat(change("admin.nanjing", newcomer, true, List.of("hall", role), List.of("nanjing"), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(change("admin", newcomer, true, List.of("hall", role), List.of("nanjing"), Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(password("admin.nanjing", newcomer))
                .as("somebody of the own city who holds more")
                .isEqualTo(403);
        assertThat(change("admin.nanjing", newcomer, true, List.of("hall"), List.of("nanjing"), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(change("admin.nanjing", newcomer, false, List.of("hall", role), List.of("nanjing"), Map.of())
                        .status())
                .as("who leaves is disabled where they are")
                .isEqualTo(200);
        assertThat(password("admin.nanjing", newcomer)).isEqualTo(403);
        assertThat(change("admin.nanjing", newcomer, true, List.of("hall", role), List.of("nanjing"), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoWorksInOtherCitiesTooOrUsesMoreIsNotTheirs() {
        add("admin", newcomer, "nanjing-enterprise", List.of("hall"), List.of("nanjing", "suzhou"));
        var auditor = "auditor-" + newcomer;
        add("admin", auditor, "nanjing-enterprise", List.of("hall"), List.of("nanjing"));
        change("admin", auditor, true, List.of("hall"), List.of("nanjing"), Map.of("audit", "read"));

        assertThat(password("admin.nanjing", newcomer)).isEqualTo(403);
        assertThat(change("admin.nanjing", newcomer, true, List.of("manager"), List.of("nanjing", "suzhou"), Map.of())
                        .status())
                .as("a role that would count in the other city as well")
                .isEqualTo(403);
        assertThat(password("admin.nanjing", auditor)).isEqualTo(403);
        assertThat(password("admin", newcomer)).isEqualTo(204);
        assertThat(password("admin", auditor)).isEqualTo(204);
    }

    @Test
    void anEqualIsDisabledAndGivenANewPasswordAndNothingElse() {
        var peer = "peer-" + newcomer;
        add("admin", peer, "nanjing-operations", List.of("city-admin"), List.of("nanjing"));

        assertThat(change("admin.nanjing", peer, false, List.of(), List.of(), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(change("admin.nanjing", peer, true, List.of("city-admin", "hall"), List.of("nanjing"), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(password("admin.suzhou", peer)).as("of another city").isEqualTo(404);
        assertThat(password("admin.nanjing", peer)).isEqualTo(204);
        assertThat(change("admin.nanjing", peer, false, List.of("city-admin"), List.of("nanjing"), Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theFirstAdministratorIsDisabledByTheNextOneWhenTheyLeave() {
        var cities = List.of("nanjing", "suzhou", "wuxi");
        var first = "first-" + newcomer;
        add("admin", first, "jiangsu-it", List.of("admin"), cities);
        var firstOne = Caller.anonymous();
        firstOne.signOn(first, "first-password");
        assertThat(add(firstOne, newcomer, "jiangsu-it", List.of("admin"), cities)
                        .status())
                .isEqualTo(201);
        var next = Caller.anonymous();
        next.signOn(newcomer, "first-password");

        var disabled = next.put(
                PEOPLE + "/" + first,
                Map.of(
                        "revision",
                        find("admin", first).get("revision").asInt(),
                        "active",
                        false,
                        "roles",
                        List.of("admin"),
                        "cities",
                        cities));

        assertThat(disabled.status()).as(disabled.body()).isEqualTo(200);
        assertThat(firstOne.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void whoAdministersByAnExceptionOnlyHasNoEquals() {
        add("admin", newcomer, "nanjing-enterprise", List.of("hall"), List.of("nanjing"));
        change("admin", newcomer, true, List.of("hall"), List.of("nanjing"), Map.of("people", "write"));
        var browser = Caller.anonymous();
        browser.signOn(newcomer, "first-password");

        assertThat(browser.post(PEOPLE + "/hall.nanjing/password", Map.of("password", "another-password"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void peopleOfOtherPartsLookUnknown() {
        for (var person : List.of("account-manager.suzhou", "admin", "planner", "nobody")) {
            var answer = Caller.fresh("admin.nanjing")
                    .put(
                            PEOPLE + "/" + person,
                            Map.of("revision", 1, "active", true, "roles", List.of(), "cities", List.of()));
            assertThat(answer.status()).as(person).isEqualTo(404);
        }
        var seen = Caller.fresh("admin.nanjing").get(PEOPLE + "?size=200").json();
        assertThat(seen.get("items").findValuesAsText("city")).isNotEmpty().containsOnly("nanjing");
        assertThat(add("admin.nanjing", newcomer, "suzhou-enterprise", List.of(), List.of())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoIsNoAdministratorHasNoBusinessHere() {
        for (var person : List.of("manager", "account-manager.nanjing", "hotline-client")) {
            assertThat(Caller.as(person).get(PEOPLE).status()).as(person).isEqualTo(403);
        }
    }

    @Test
    void aStaleRevisionIsRefused() {
        add("admin.nanjing", newcomer, "nanjing-enterprise", List.of("hall"), List.of("nanjing"));
        var revision = find("admin.nanjing", newcomer).get("revision").asInt();
        change("admin.nanjing", newcomer, true, List.of("operations"), List.of("nanjing"), Map.of());
        var late = Caller.fresh("admin.nanjing")
                .put(
                        PEOPLE + "/" + newcomer,
                        Map.of("revision", revision, "active", true, "roles", List.of(), "cities", List.of()));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("revision").asInt()).isGreaterThan(revision);
    }

    @Test
    void unknownWordsAreNamed() {
        add("admin.nanjing", newcomer, "nanjing-enterprise", List.of(), List.of());

        var answer = change("admin.nanjing", newcomer, true, List.of("emperor"), List.of(), Map.of());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("roles");
        assertThat(add("admin.nanjing", "Bad Name", "nanjing-enterprise", List.of(), List.of())
                        .status())
                .isEqualTo(400);
        assertThat(add("admin.nanjing", newcomer, "nanjing-enterprise", List.of(), List.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void theRolesOnOfferEndAtTheOwnGrade() {
        assertThat(Caller.fresh("admin.nanjing")
                        .get("/api/administration/roles")
                        .json()
                        .findValuesAsText("id"))
                .contains("account-manager", "city-admin")
                .doesNotContain("admin", "designer", "finance");
        assertThat(Caller.fresh("admin").get("/api/administration/roles").json().findValuesAsText("id"))
                .contains("admin", "designer");
    }

    @Test
    void theOrganisationGrowsInTheOwnPart() {
        var department = "d-" + UUID.randomUUID().toString().substring(0, 8);
        var administrator = Caller.fresh("admin.nanjing");

        assertThat(administrator
                        .post("/api/administration/organizations", unit(department, "nanjing", "department"))
                        .status())
                .isEqualTo(201);
        assertThat(administrator.get("/api/administration/organizations").json().findValuesAsText("id"))
                .contains("nanjing", department)
                .doesNotContain("suzhou", "jiangsu");
        assertThat(administrator
                        .post("/api/administration/organizations", unit("x" + department, "suzhou", "department"))
                        .status())
                .isEqualTo(422);
        assertThat(administrator
                        .post("/api/administration/organizations", unit("x" + department, "jiangsu", "city"))
                        .status())
                .isEqualTo(422);
        jdbc.sql("DELETE FROM identity.organization WHERE id = ?")
                .param(department)
                .update();
    }

    private static Map<String, String> unit(String id, String parent, String kind) {
        return Map.of("id", id, "parent", parent, "kind", kind, "name", "部门", "nameEn", "Department");
    }

    private static Answer add(
            String administrator, String id, String organization, List<String> roles, List<String> cities) {
        return add(Caller.fresh(administrator), id, organization, roles, cities);
    }

    private static Answer add(
            Caller administrator, String id, String organization, List<String> roles, List<String> cities) {
        return administrator.post(
                PEOPLE,
                Map.of(
                        "id",
                        id,
                        "name",
                        "新同事",
                        "organization",
                        organization,
                        "password",
                        "first-password",
                        "roles",
                        roles,
                        "cities",
                        cities));
    }

    private static int password(String administrator, String id) {
        return Caller.fresh(administrator)
                .post(PEOPLE + "/" + id + "/password", Map.of("password", "another-password"))
                .status();
    }

    private static Answer change(
            String administrator,
            String id,
            boolean active,
            List<String> roles,
            List<String> cities,
            Map<String, String> exceptions) {
        var body = new HashMap<String, Object>();
        body.put("revision", find(administrator, id).get("revision").asInt());
        body.put("active", active);
        body.put("roles", roles);
        body.put("cities", cities);
        body.put("exceptions", exceptions);
        return Caller.fresh(administrator).put(PEOPLE + "/" + id, body);
    }

    private static JsonNode find(String administrator, String id) {
        for (var person : Caller.fresh(administrator)
                .get(PEOPLE + "?size=200&q=" + id)
                .json()
                .get("items")) {
            if (person.get("id").asText().equals(id)) {
                return person;
            }
        }
        throw new AssertionError(administrator + " does not see " + id);
    }

    private static List<String> words(JsonNode words) {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .convertValue(words, new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }
}
