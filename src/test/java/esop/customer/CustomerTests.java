package esop.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.Caller;
import esop.EsopTest;
import esop.identity.DataScope;
import esop.systems.SandboxClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EsopTest
class CustomerTests {

    @Autowired
    private CustomerRefresh refresh;

    @Autowired
    private Customers customers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final SandboxClient sandbox = new SandboxClient();
    private Caller person;

    @BeforeEach
    void signOn() {
        person = Caller.as("account-manager.nanjing").with("Accept-Language", "zh-CN");
    }

    @AfterEach
    void heal() {
        sandbox.heal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"泊云", "boyun", "C320100002", "c320100002", "贺南舟", "13800001074", " 泊云物流 "})
    void aCustomerIsFoundByAFragmentOfNameIdOrContact(String fragment) {
        var found = person.get("/api/customers?q=" + URLEncoder.encode(fragment, StandardCharsets.UTF_8))
                .json();
        assertThat(found.at("/items").findValuesAsText("id")).contains("C320100002");
        assertThat(found.get("total").asInt()).isLessThan(10);
    }

    @Test
    void aListMasksNumbersAndStandsInTheOrderOfPinyin() {
        var list = person.get("/api/customers?size=200").json();
        assertThat(list.toString()).doesNotContainPattern("1[3-9]\\d{9}");
        assertThat(list.at("/items/0/contact/phoneMasked").asText()).matches("\\d{3}\\*{4}\\d{4}");
        assertThat(list.at("/items/0/cityName").asText()).isEqualTo("南京");
        assertThat(list.at("/items").findValuesAsText("name"))
                .containsSubsequence("龙蟠公交集团", "明德口腔门诊部", "清枫里医院", "石城燃气有限公司", "紫岚文化传媒有限公司");
        assertThat(person.get("/api/customers?sort=phone").status()).isEqualTo(400);
    }

    @Test
    void aCustomerOfAnotherCityLooksLikeOneThatDoesNotExist() {
        var others = person.get("/api/customers/C320200001");
        var unknown = person.get("/api/customers/C999");
        assertThat(others.status()).isEqualTo(404);
        assertThat(others.body().replace("C320200001", "X"))
                .isEqualTo(unknown.body().replace("C999", "X"));
        assertThat(person.get("/api/customers?city=suzhou").json().get("total").asInt())
                .isZero();
        assertThat(person.post("/api/customers/C320200001/contacts", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void whomToCallIsHiddenUntilSomebodyAsksAndThenItIsRecorded() {
        var page = person.get("/api/customers/C320100002");
        assertThat(page.json().at("/contacts/0/name").asText()).isEqualTo("贺南舟");
        assertThat(page.json().at("/contacts/0/phoneMasked").asText()).isEqualTo("138****1074");
        assertThat(page.body()).doesNotContain("13800001074").doesNotContainPattern("[\\w.]{2,}@");

        var contacts = person.post("/api/customers/C320100002/contacts", Map.of());

        assertThat(contacts.status()).as(contacts.body()).isEqualTo(200);
        assertThat(contacts.json().at("/0/phone").asText()).isEqualTo("13800001074");
        var told = Caller.as("admin")
                .get("/api/audit?action=customer.contacts-revealed&subject=customer/C320100002")
                .json();
        assertThat(told.at("/items/0/person").asText()).isEqualTo("account-manager.nanjing");
        assertThat(Caller.as("approver.nanjing")
                        .post("/api/customers/C320100002/contacts", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(Caller.as("web-client")
                        .post("/api/customers/C320100002/contacts", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1380000107", "3800001074", "138000", "0001074"})
    void aPartOfANumberFindsNobody(String digits) {
        assertThat(person.get("/api/customers?q=" + digits).json().get("total").asInt())
                .isZero();
    }

    @Test
    void aCrmThatDoesNotAnswerLeavesTheLastCopy() {
        var before = customers.copy();
        sandbox.breaks("crm", "error500", Map.of());

        refresh.copyAll();

        var after = person.get("/api/customers/refresh").json();
        assertThat(after.get("problem").asText()).isNotBlank();
        assertThat(after.get("running").asBoolean()).isFalse();
        assertThat(customers.copy().refreshed()).isEqualTo(before.refreshed());
        assertThat(person.get("/api/customers?size=1").json().get("total").asInt())
                .isPositive();
    }

    @Test
    void whoeverTheCrmNoLongerNamesIsClosedAndWhoComesBackIsOpen() {
        insert("C-gone");
        awaitCopy();
        assertThat(find("C-gone").closed()).isTrue();
        assertThat(find("C320100002").closed()).isFalse();
        DataScope.asSystem(() -> transaction.executeWithoutResult(status ->
                jdbc.sql("DELETE FROM customer.customer WHERE id = 'C-gone'").update()));
    }

    private void awaitCopy() {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    refresh.copyAll();
                    return customers.copy().problem() == null;
                });
    }

    private Customer find(String id) {
        return DataScope.of(List.of("nanjing"), () -> customers.find(id)).orElseThrow();
    }

    private void insert(String id) {
        DataScope.asSystem(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("""
                        INSERT INTO customer.customer (id, city, name, level, status, search, refreshed)
                        VALUES (:id, 'nanjing', '已离网', 'C', 'validated', '', now() - interval '1 day')
                        """).param("id", id).update()));
    }
}
