package esop.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import esop.catalog.UnsoldProduct;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class OrderEntryTests {

    private static final String NANJING = "C320100002";
    private static final String SUZHOU = "C320200001";

    @Autowired
    private JdbcClient jdbc;

    private UnsoldProduct unsold;
    private Caller chinese;
    private Caller english;

    @BeforeEach
    void signOn() {
        unsold = UnsoldProduct.in(jdbc);
        chinese = Caller.as("account-manager.nanjing").with("Accept-Language", "zh-CN");
        english = Caller.as("account-manager.nanjing").with("Accept-Language", "en");
    }

    @AfterEach
    void onlyWhatIsSold() {
        unsold.close();
    }

    @Test
    void anOrderIsAcceptedAndSaysWhatWasChosenForTheCustomer() {
        var answer = chinese.post("/api/orders", order(NANJING, item("vpmn"), item("leased-line")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var order = answer.json();
        assertThat(order.get("id").asText()).matches("PO\\d{10}");
        assertThat(answer.header("Location"))
                .isEqualTo("/api/orders/" + order.get("id").asText());
        assertThat(order.get("state").asText()).isEqualTo("acknowledged");
        assertThat(order.get("category").asText()).isEqualTo("subscription");
        assertThat(order.at("/customer/name").asText()).isEqualTo("泊云物流有限公司");
        assertThat(order.at("/customer/contact/phoneMasked").asText()).matches("\\d{3}\\*{4}\\d{4}");
        assertThat(order.get("createdBy").asText()).isEqualTo("account-manager.nanjing");
        assertThat(order.at("/items/1/characteristics").findValuesAsText("name"))
                .contains("bandwidth", "installAddress");
        assertThat(order.get("instanceId").asText()).isNotBlank();
        var again = chinese.get("/api/orders/" + order.get("id").asText());
        assertThat(again.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown-customer | customerId          | 没有编号为“C999”的客户 | there is no customer “C999”",
                "others-customer  | customerId          | 没有编号为“C320200001”的客户 | there is no customer “C320200001”",
                "no-customer      | customerId          | 请选择客户 | choose a customer",
                "unknown-product  | items[0].offeringId | 没有编号为“teleport”的产品 | there is no product “teleport”",
                "not-sold         | items[0].offeringId | “苏州数据中心托管”不在该客户所在的城市销售 | “Data centre hosting Suzhou” is not sold in the customer's city",
                "no-path-yet      | items[0].offeringId | “行业网关”现在不能订购：开通流程尚未上线，暂不能订购 | “Industry gateway” cannot be ordered now: its provisioning is not live yet, so it cannot be ordered for now",
                "characteristic   | items[0].characteristics.bandwidth | 带宽只能是：20M, 50M, 100M, 200M, 500M, 1000M | Bandwidth: must be one of 20M, 50M, 100M, 200M, 500M, 1000M",
                "action           | items[0].action     | 动作只能是：add, modify, delete | the action is one of add, modify, delete",
                "quantity         | items[0].quantity   | 数量应在 1 到 100 之间 | the quantity is between 1 and 100",
                "past             | requestedDate       | 要求完成日期不能早于今天（{today}） | the requested date must not be before today ({today})",
                "no-date          | requestedDate       | 日期格式应为 年-月-日，如 2026-11-23 | a date looks like 2026-11-23",
                "empty            | items               | 请至少选择一个产品 | choose at least one product",
                "null-item        | items[0].offeringId | 请选择产品 | choose a product",
                "too-many         | items               | 一张订单最多 200 个产品，现有 10000 个，请分成几张订单 | an order has at most 200 products, this one has 10000: split it",
                "too-many-pieces  | items               | 一张订单的数量合计最多 200，请分成几张订单 | the quantities of an order add up to at most 200: split it",
                "priority         | priority            | 优先级应在 0（最急）到 4 之间 | the priority is between 0 (most urgent) and 4",
                "long-note        | note                | 最多 1000 个字 | at most 1000 characters",
                "bell-in-note     | note                | 含有不允许的字符 | contains characters that are not allowed",
            })
    void whatIsWrongIsNamedAtItsFieldInBothLanguagesAndNothingIsStored(
            String mistake, String field, String inChinese, String inEnglish) {
        var wrong = wrong(mistake);
        var before = chinese.get("/api/orders?size=1").json().get("total").asLong();
        for (var person : List.of(chinese, english)) {
            var expected = (person == chinese ? inChinese : inEnglish)
                    .replace("{today}", LocalDate.now(OrderCheck.PROVINCE).toString());
            var refused = person.post("/api/orders", wrong);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
            assertThat(refused.json().at("/errors/0/message").asText()).isEqualTo(expected);
            assertThat(refused.json().get("errors")).hasSize(1);
            var validated = person.post("/api/orders/validate", wrong);
            assertThat(validated.status()).isEqualTo(200);
            assertThat(validated.json().get("errors")).isEqualTo(refused.json().get("errors"));
        }
        assertThat(chinese.get("/api/orders?size=1").json().get("total").asLong())
                .isEqualTo(before);
    }

    @Test
    void aBodyThatCannotBeReadIsA400() {
        assertThat(chinese.post("/api/orders", "{\"customerId\": ").status()).isEqualTo(400);
        assertThat(chinese.post("/api/orders", "[]").status()).isEqualTo(400);
        assertThat(chinese.post("/api/orders", "").status()).isEqualTo(400);
        assertThat(chinese.post("/api/orders", "{\"items\": \"vpmn\"}").status())
                .isEqualTo(400);
        var quantity = chinese.post(
                "/api/orders",
                "{\"customerId\": \"%s\", \"items\": [{\"offeringId\": \"vpmn\", \"quantity\": \"many\"}]}"
                        .formatted(NANJING));
        assertThat(quantity.status()).isEqualTo(400);
        assertThat(quantity.json().at("/errors/0/field").asText()).isEqualTo("items[0].quantity");
        var nul = chinese.post("/api/orders", "{\"customerId\": \"C\\u0000\", \"items\": []}");
        assertThat(nul.status()).isEqualTo(400);
        assertThat(nul.json().at("/errors/0/field").asText()).isEqualTo("customerId");
    }

    @Test
    void nulInACharacteristicIsRefusedAtItsField() {
        var answer = chinese.post(
                "/api/orders/validate",
                "{\"customerId\": \"%s\", \"items\": [{\"offeringId\": \"vpmn\", \"characteristics\": {\"groupName\": \"a\\u0000b\"}}]}"
                        .formatted(NANJING));
        assertThat(answer.body()).contains("groupName");
        assertThat(answer.status()).isIn(200, 400);
    }

    @Test
    void theSameKeyIsOneOrderAndAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        var person = Caller.as("account-manager.nanjing").with("Idempotency-Key", key);
        var first = person.post("/api/orders", order(NANJING, item("vpmn")));
        var second = person.post("/api/orders", order(NANJING, item("vpmn")));
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(person.post("/api/orders", order(NANJING, item("leased-line")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void managersAndApproversReadButDoNotOrder() {
        for (var reader : List.of("manager", "approver.nanjing")) {
            var caller = Caller.as(reader);
            assertThat(caller.get("/api/orders").status()).isEqualTo(200);
            assertThat(caller.post("/api/orders", order(NANJING, item("vpmn"))).status())
                    .isEqualTo(403);
        }
        assertThat(Caller.as("si.yanlian").get("/api/orders").status()).isEqualTo(403);
    }

    @Test
    void channelsOrderForEveryCity() {
        assertThat(Caller.as("hotline-client")
                        .post("/api/orders", order(SUZHOU, item("idc-hosting")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aDraftIsOnesOwnAndSurvives() {
        var draft = Map.of("customerId", NANJING, "step", 2);
        assertThat(chinese.delete("/api/orders/draft").status()).isEqualTo(204);
        assertThat(chinese.get("/api/orders/draft").status()).isEqualTo(204);
        var saved = chinese.put("/api/orders/draft", draft);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().get("savedAt").asText()).isNotBlank();
        assertThat(chinese.get("/api/orders/draft").json().get("step").asInt()).isEqualTo(2);
        assertThat(Caller.as("account-manager2.nanjing")
                        .get("/api/orders/draft")
                        .status())
                .isEqualTo(204);
        assertThat(chinese.delete("/api/orders/draft").status()).isEqualTo(204);
        assertThat(chinese.get("/api/orders/draft").status()).isEqualTo(204);
    }

    private static Map<String, Object> wrong(String mistake) {
        return switch (mistake) {
            case "unknown-customer" -> order("C999", item("vpmn"));
            case "others-customer" -> order(SUZHOU, item("vpmn"));
            case "no-customer" -> order("", item("vpmn"));
            case "unknown-product" -> order(NANJING, item("teleport"));
            case "not-sold" -> order(NANJING, item("idc-hosting"));
            case "no-path-yet" -> order(NANJING, item(UnsoldProduct.ID));
            case "characteristic" ->
                order(NANJING, with(item("leased-line"), "characteristics", Map.of("bandwidth", "1M")));
            case "action" -> order(NANJING, with(item("vpmn"), "action", "steal"));
            case "quantity" -> order(NANJING, with(item("vpmn"), "quantity", 0));
            case "past" ->
                with(
                        order(NANJING, item("vpmn")),
                        "requestedDate",
                        LocalDate.now(OrderCheck.PROVINCE).minusDays(1).toString());
            case "no-date" -> with(order(NANJING, item("vpmn")), "requestedDate", "tomorrow");
            case "empty" -> with(order(NANJING), "items", List.of());
            case "null-item" -> with(order(NANJING), "items", Collections.singletonList(null));
            case "too-many" ->
                with(order(NANJING), "items", new ArrayList<>(Collections.nCopies(10_000, item("vpmn"))));
            case "too-many-pieces" ->
                with(order(NANJING), "items", Collections.nCopies(3, with(item("vpmn"), "quantity", 100)));
            case "priority" -> with(order(NANJING, item("vpmn")), "priority", 5);
            case "long-note" -> with(order(NANJING, item("vpmn")), "note", "备".repeat(1_001));
            case "bell-in-note" -> with(order(NANJING, item("vpmn")), "note", "a\u0007b");
            default -> throw new IllegalArgumentException(mistake);
        };
    }

    @SafeVarargs
    private static Map<String, Object> order(String customer, Map<String, Object>... items) {
        return new HashMap<>(Map.of("customerId", customer, "items", List.of(items)));
    }

    private static Map<String, Object> item(String offering) {
        return new HashMap<>(
                Map.of("offeringId", offering, "action", "add", "quantity", 1, "characteristics", Map.of()));
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
