package esop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EsopTest
class PersonControllerTests {

    @Test
    void anAccountManagerSeesTheirCityAndModules() {
        var me = Caller.browser("account-manager.nanjing").get("/api/me").json();

        assertThat(me.get("name").asText()).isEqualTo("周以宁");
        assertThat(me.get("organization").asText()).isEqualTo("南京集团客户部");
        assertThat(me.get("roles").toString()).isEqualTo("[\"account-manager\"]");
        assertThat(me.get("cities").toString())
                .isEqualTo("[{\"id\":\"nanjing\",\"name\":\"南京\",\"nameEn\":\"Nanjing\"}]");
        assertThat(me.get("modules").toString())
                .isEqualTo(
                        "[\"cancellations\",\"expedite\",\"inbox\",\"intakes\",\"opportunities\",\"order-entry\",\"orders\"]");
        assertThat(me.get("home").asText()).isEqualTo("/orders");
    }

    @ParameterizedTest
    @CsvSource({
        "operations.nanjing, /inbox",
        "tele-manager.suzhou, /orders",
        "si.local, /partner",
        "designer, /rules",
        "manager.suzhou, /overview",
        "approver, /overview",
        "finance, /overview",
        "admin, /overview"
    })
    void aDayBeginsWhereItsWorkIs(String person, String home) {
        var me = Caller.as(person).get("/api/me").json();

        assertThat(me.get("home").asText()).isEqualTo(home);
        assertThat(me.get("modules").toString().contains("overview")).isEqualTo(home.equals("/overview"));
    }

    @Test
    void aCredentialSaysTheSameAsASession() {
        assertThat(Caller.as("manager").get("/api/me").json())
                .isEqualTo(Caller.browser("manager").get("/api/me").json());
    }

    @Test
    void colleaguesAreThoseOfTheOwnCities() {
        var colleagues = Caller.as("account-manager.nanjing")
                .get("/api/people?q=manager&size=100")
                .json();

        assertThat(colleagues.get("items").findValuesAsText("id"))
                .contains("account-manager2.nanjing", "manager")
                .noneMatch(id -> id.endsWith(".suzhou") || id.endsWith(".wuxi"));
        assertThat(colleagues.get("total").asInt())
                .isEqualTo(colleagues.get("items").size());
    }

    @Test
    void otherSystemsAreNobodysColleagues() {
        assertThat(Caller.as("manager")
                        .get("/api/people?q=client")
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void theLoginPageOffersTheDemoPeopleInTheReadersLanguage() {
        var info = Caller.anonymous()
                .with("Accept-Language", "en")
                .get("/api/login-info")
                .json();

        assertThat(info.get("demo").asBoolean()).isTrue();
        assertThat(info.get("people").get(0).get("roleName").asText()).isEqualTo("Account manager");
    }

    @Test
    void aBlankAddressLeadsToTheConsole() {
        var answer = Caller.anonymous().get("/");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/app/");
    }
}
