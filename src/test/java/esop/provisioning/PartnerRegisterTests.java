package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
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
    void theDemosPartnersGoWhereThereIsNoDemoAndStayWhereTheirPeopleAre(
            @Autowired PartnerRepository repository,
            @Autowired People people,
            @Autowired CurrentPerson currentPerson,
            @Autowired AuditLog auditLog) {
        var without = new EsopSettings(false, URI.create("http://localhost"));
        var register = new PartnerRegister(repository, people, currentPerson, auditLog, without, transaction);

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
