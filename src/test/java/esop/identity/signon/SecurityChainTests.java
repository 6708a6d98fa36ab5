package esop.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class SecurityChainTests {

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/me",
                "/api/people",
                "/api/audit",
                "/api/audit/verify",
                "/api/orders",
                "/api/orders/export",
                "/api/calls",
                "/api/tasks",
                "/api/nowhere",
                "/api/openapi.json",
                "/api/openapi.json/swagger-config",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/prometheus",
                "/actuator/loggers",
                "/engine-rest/task",
                "/engine-rest/engine/default/task",
                "/camunda",
                "/camunda/app/tasklist/",
                "/camunda/app/cockpit/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/lib/deps.js",
                "/error",
                "/h2-console",
                "/nowhere"
            })
    void nothingAnswersPeopleNobodyKnows(String address) {
        assertThat(Caller.anonymous().get(address).status()).isIn(401, 404);
    }

    @Test
    void refusalsAreProblemsAndNoRedirects() {
        var answer = Caller.anonymous().with("Accept", "text/html").get("/api/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void theHealthIsOpenAndSaysNoMoreThanThat() {
        var health = Caller.anonymous().get("/actuator/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().properties())
                .allSatisfy(entry -> assertThat(entry.getKey()).isIn("status", "groups"));
    }

    @Test
    void administratorsSeeTheMetricsAndOthersDoNot() {
        assertThat(Caller.as("admin").get("/actuator/metrics").status()).isEqualTo(200);
        assertThat(Caller.as("manager").get("/actuator/metrics").status()).isEqualTo(403);
        assertThat(Caller.as("admin").get("/actuator/heapdump").status()).isEqualTo(404);
        assertThat(Caller.as("admin").get("/actuator/env").status()).isEqualTo(404);
    }

    @Test
    void theDescriptionOfTheApiIsForWhoeverIsSignedOn() {
        var description = Caller.as("si.local").get("/api/openapi.json");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().at("/paths").has("/api/me")).isTrue();
        assertThat(description.json().at("/paths").has("/api/probe")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "account-manager.nanjing, /api/calls",
        "account-manager.nanjing, /api/fallouts",
        "account-manager.nanjing, /api/systems",
        "account-manager.nanjing, /api/audit",
        "operations.nanjing, /api/audit",
        "manager, /api/audit/verify",
        "si.local, /api/orders",
        "si.local, /api/customers",
        "sa.qiwu, /api/orders",
        "si.yanlian, /api/products",
        "hotline-client, /api/calls",
        "web-client, /api/instances",
        "first-level-client, /api/instances",
        "first-level-client, /api/matters"
    })
    void aFunctionThatNoRoleOpensIsClosed(String person, String address) {
        var answer = Caller.as(person).get(address);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "account-manager.nanjing, /api/orders",
        "operations.nanjing, /api/calls",
        "operations.nanjing, /api/fallouts",
        "manager, /api/orders",
        "admin, /api/audit",
        "opportunity-admin.nanjing, /api/orders",
        "approver, /api/customers",
        "web-client, /api/products",
        "admin, /api/systems"
    })
    void aFunctionThatARoleOpensIsOpen(String person, String address) {
        assertThat(Caller.as(person).get(address).status()).isIn(200, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approver.nanjing", "opportunity-admin.nanjing", "admin"})
    void whoMayOnlyReadOrdersCannotWriteThem(String person) {
        assertThat(Caller.as(person).post("/api/orders", Map.of()).status()).isEqualTo(403);
        assertThat(Caller.as(person).put("/api/orders/draft", Map.of()).status())
                .isEqualTo(403);
        assertThat(Caller.as(person).delete("/api/orders/draft").status()).isEqualTo(403);
    }

    @Test
    void aRoleRemovedWhileTheSessionLivesCountsAtTheNextRequest() {
        var browser = Caller.browser("operations2.wuxi");
        assertThat(browser.get("/api/calls").status()).isNotEqualTo(403);

        jdbc.sql("DELETE FROM identity.person_role WHERE person = 'operations2.wuxi'")
                .update();
        try {
            assertThat(browser.get("/api/calls").status()).isEqualTo(403);
            assertThat(browser.get("/api/me").json().at("/roles").size()).isZero();
        } finally {
            jdbc.sql("INSERT INTO identity.person_role (person, role) VALUES ('operations2.wuxi', 'operations')")
                    .update();
        }
        assertThat(browser.get("/api/calls").status()).isNotEqualTo(403);
    }

    @Test
    void aCityRemovedWhileTheSessionLivesCountsAtTheNextRequest() {
        var browser = Caller.browser("hotline2");
        jdbc.sql("DELETE FROM identity.person_city WHERE person = 'hotline2' AND city = 'wuxi'")
                .update();
        try {
            assertThat(browser.get("/api/me").json().get("cities").findValuesAsText("id"))
                    .containsExactly("nanjing", "suzhou");
        } finally {
            jdbc.sql("INSERT INTO identity.person_city (person, city) VALUES ('hotline2', 'wuxi')")
                    .update();
        }
    }

    @Test
    void anExceptionForOnePersonOpensOrClosesAFunction() {
        jdbc.sql("""
                        INSERT INTO identity.person_module (person, module, access)
                        VALUES ('planner', 'orders', 'read'), ('operations2.suzhou', 'calls', 'none')
                        """).update();
        try {
            assertThat(Caller.fresh("planner").get("/api/orders").status()).isNotEqualTo(403);
            assertThat(Caller.fresh("operations2.suzhou").get("/api/calls").status())
                    .isEqualTo(403);
        } finally {
            jdbc.sql("DELETE FROM identity.person_module").update();
        }
    }

    @Test
    void whatOpensAModuleForARoleOpensItForItsPeopleAtOnce() {
        var browser = Caller.browser("designer2");
        assertThat(browser.get("/api/orders").status()).isEqualTo(403);

        jdbc.sql("INSERT INTO identity.role_module (role, module, access) VALUES ('designer', 'orders', 'read')")
                .update();
        try {
            assertThat(browser.get("/api/orders").status()).isNotEqualTo(403);
        } finally {
            jdbc.sql("DELETE FROM identity.role_module WHERE role = 'designer' AND module = 'orders'")
                    .update();
        }
    }

    @Test
    void answersCarryTheHeadersThatProtectABrowser() {
        for (var address : new String[] {"/app/", "/api/login-info", "/app/inbox"}) {
            var answer = Caller.anonymous().get(address);
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                    .doesNotContain("unsafe-eval");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isNotBlank();
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void answersOfTheApiAreNotKept() {
        assertThat(Caller.as("manager").get("/api/me").header("Cache-Control")).contains("no-store");
    }

    @Test
    void otherSitesMayNotCall() {
        var answer = Caller.as("manager").with("Origin-Test", "x").get("/api/me");

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
