package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.CurrentRights;
import esop.identity.DataScope;
import esop.identity.EsopSettings;
import esop.identity.People;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EsopTest
class PartnerRegisterTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final Caller admin = Caller.as("admin").with("Accept-Language", "en");

    @AfterEach
    void forget() {
        busy("si.another", false);
        jdbc.sql("DELETE FROM provisioning.partner WHERE id = 'si.another'").update();
    }

    @Test
    void anAdministratorAddsAPartnerAndTakesItOutAgain() {
        var added = admin.post("/api/administration/partners", another(Map.of()));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(admin.post("/api/administration/partners", another(Map.of())).status())
                .isEqualTo(409);
        assertThat(admin.get("/api/administration/partners").json().findValuesAsText("id"))
                .contains("si.another", "si.local", "si.yanlian");

        var idle = admin.put("/api/administration/partners/si.another", another(Map.of("active", false)));
        assertThat(idle.status()).as(idle.body()).isEqualTo(200);
        assertThat(idle.json().get("active").asBoolean()).isFalse();
        assertThat(admin.put("/api/administration/partners/si.nobody", another(Map.of()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatAPartnerCannotBeIsSaidAtOnce() {
        var refused = admin.post(
                "/api/administration/partners",
                another(Map.of(
                        "organization", "nanjing", "system", "nowhere", "cities", List.of("nanjing", "beijing"))));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors").findValuesAsText("field"))
                .containsExactly("organization", "system", "cities");
        assertThat(Caller.as("operations.nanjing")
                        .post("/api/administration/partners", another(Map.of()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void thoseWhoAreLookedForAreFound() {
        admin.post("/api/administration/partners", another(Map.of("active", false)));

        assertThat(found("?q=yan")).containsExactly("si.yanlian");
        assertThat(found("?q=听澜")).containsExactly("si.local");
        assertThat(found("?way=system")).containsExactly("si.yanlian");
        assertThat(found("?way=people&active=true")).containsExactly("si.local");
        assertThat(found("?active=false")).containsExactly("si.another");
        assertThat(found("?qualification=message-server")).containsExactlyInAnyOrder("si.local", "si.yanlian");
        assertThat(found("?city=suzhou&qualification=mail")).containsExactlyInAnyOrder("si.local", "si.yanlian");
        assertThat(found("?q=nobody")).isEmpty();
        var register = admin.get("/api/administration/partners").json();
        assertThat(register.get("mayChange").asBoolean()).isTrue();
        assertThat(register.get("qualifications").toString()).contains("mail", "message-server");
    }

    @Test
    void aPartnersPageTellsWhomItIsAndForWhatItIsChosen() {
        var local = admin.get("/api/administration/partners/si.local").json();

        assertThat(local.at("/partner/organizationNameEn").asText()).isEqualTo("Tinglan Technology");
        assertThat(local.at("/people").findValuesAsText("id")).contains("si.local");
        assertThat(local.get("preferences"))
                .anySatisfy(preference -> {
                    assertThat(preference.get("product").asText()).isEqualTo("mobile-mail");
                    assertThat(preference.get("city").asText()).isEqualTo("nanjing");
                    assertThat(preference.get("rank").asInt()).isOne();
                })
                .noneMatch(preference -> preference.get("product").asText().equals("leased-line"));
        assertThat(admin.get("/api/administration/partners/si.nobody").status()).isEqualTo(404);
    }

    @Test
    void whoWorksForACitySeesThoseWhoWorkThereAndChangesNone() {
        admin.post("/api/administration/partners", another(Map.of("cities", List.of("wuxi"))));
        var operations = Caller.as("operations.nanjing");

        var register = operations.get("/api/administration/partners").json();
        assertThat(register.get("partners").findValuesAsText("id"))
                .contains("si.local")
                .doesNotContain("si.another");
        assertThat(register.get("partners"))
                .allSatisfy(
                        partner -> assertThat(partner.get("cities").toString()).isEqualTo("[\"nanjing\"]"));
        assertThat(register.get("mayChange").asBoolean()).isFalse();
        assertThat(operations.get("/api/administration/partners/si.another").status())
                .isEqualTo(404);
        assertThat(Caller.as("operations.wuxi")
                        .get("/api/administration/partners/si.another")
                        .status())
                .isEqualTo(200);
        for (var caller : List.of(operations, Caller.as("admin.nanjing"))) {
            assertThat(caller.put("/api/administration/partners/si.local", another(Map.of()))
                            .status())
                    .isEqualTo(403);
        }
        for (var outside : List.of("si.local", "account-manager.nanjing")) {
            assertThat(Caller.as(outside).get("/api/administration/partners").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoDoesOpenWorkStaysTheSameUntilItIsDoneAndMayBeDeactivatedAtAnyTime() {
        admin.post("/api/administration/partners", another(Map.of()));
        busy("si.another", true);

        var moved = admin.put("/api/administration/partners/si.another", another(Map.of("organization", "tinglan")));
        assertThat(moved.status()).isEqualTo(409);
        assertThat(moved.json().get("open").asInt()).isOne();
        assertThat(admin.put("/api/administration/partners/si.another", another(Map.of("system", "si")))
                        .status())
                .isEqualTo(409);
        assertThat(admin.get("/api/administration/partners/si.another")
                        .json()
                        .at("/partner/open")
                        .asInt())
                .isOne();
        assertThat(admin.put("/api/administration/partners/si.another", another(Map.of("active", false)))
                        .status())
                .isEqualTo(200);
        busy("si.another", false);
        assertThat(admin.put("/api/administration/partners/si.another", another(Map.of("organization", "tinglan")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatWasChangedIsKeptWithWhatItWasBefore() {
        admin.post("/api/administration/partners", another(Map.of()));
        admin.put("/api/administration/partners/si.another", another(Map.of("cities", List.of("wuxi"))));

        var entry = admin.get("/api/audit?subject=partner/si.another&action=partner.change")
                .json()
                .at("/items/0");
        assertThat(entry.get("person").asText()).isEqualTo("admin");
        assertThat(entry.at("/details/before").toString()).isEqualTo("{\"cities\":[\"nanjing\"]}");
        assertThat(entry.at("/details/after").toString()).isEqualTo("{\"cities\":[\"wuxi\"]}");
    }

    @Test
    void aPartnersAccountsAreFoundByItsOrganization() {
        assertThat(admin.get("/api/administration/people?organization=tinglan")
                        .json()
                        .get("items")
                        .findValuesAsText("id"))
                .containsExactly("si.local");
    }

    @Test
    void theDemosPartnersGoWhereThereIsNoDemoAndStayWhereTheirPeopleAre(
            @Autowired PartnerRepository repository,
            @Autowired People people,
            @Autowired CurrentPerson currentPerson,
            @Autowired CurrentRights rights,
            @Autowired AuditLog auditLog) {
        var without = new EsopSettings(false, URI.create("http://localhost"));
        var register = new PartnerRegister(repository, people, currentPerson, rights, auditLog, without, transaction);

        DataScope.asSystem(() -> transaction.executeWithoutResult(status -> {
            register.forgetTheDemos();
            assertThat(partners()).contains("si.yanlian", "si.local");

            jdbc.sql("UPDATE provisioning.partner SET organization = 'gone' WHERE id IN ('si.yanlian', 'si.local')")
                    .update();
            jdbc.sql("DELETE FROM provisioning.partner_assignment WHERE partner = 'si.yanlian'")
                    .update();
            register.forgetTheDemos();
            assertThat(partners()).doesNotContain("si.yanlian");
            status.setRollbackOnly();
        }));
    }

    /** Work of another order, as if it had been given to it. */
    private void busy(String partner, boolean busy) {
        DataScope.asSystem(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM provisioning.partner_assignment WHERE partner = :partner")
                    .param("partner", partner)
                    .update();
            jdbc.sql("DELETE FROM provisioning.service_order WHERE id = 'SO-busy'")
                    .update();
            if (busy) {
                jdbc.sql("""
                        INSERT INTO provisioning.service_order (
                            id, name, source, type, state, product_order_id, order_item_id, city, customer_id, customer_name, customer_level,
                            product, characteristics, level, depends_on, priority, requested_completion)
                        VALUES (
                            'SO-busy', '手机邮箱', 'product-order', 'add', 'inProgress', 'PO-busy', 'PO-busy-1', 'nanjing', 'C-busy', '泊云物流', 'B',
                            'mobile-mail', '{}', 0, '{}', 2, now())
                        """).update();
                jdbc.sql("""
                                INSERT INTO provisioning.partner_assignment (
                                    work_order_id, service_order_id, city, partner, rule, rule_version, reason, load)
                                VALUES ('WO-busy', 'SO-busy', 'nanjing', :partner, 'test', 1, 'test', 0)
                                """).param("partner", partner).update();
            }
        }));
    }

    private List<String> found(String query) {
        return admin.get("/api/administration/partners" + query)
                .json()
                .get("partners")
                .findValuesAsText("id");
    }

    private List<String> partners() {
        return jdbc.sql("SELECT id FROM provisioning.partner")
                .query(String.class)
                .list();
    }

    private static Map<String, Object> another(Map<String, Object> changes) {
        var partner = new HashMap<String, Object>(Map.of(
                "id", "si.another",
                "name", "另一家集成",
                "nameEn", "Another Integration",
                "organization", "yanlian",
                "cities", List.of("nanjing"),
                "qualifications", List.of("mail")));
        partner.putAll(changes);
        return partner;
    }
}
