package esop.workflow.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import esop.Caller;
import esop.EsopTest;
import esop.identity.DataScope;
import esop.workflow.Decisions;
import esop.workflow.ModelsDeployed;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@EsopTest
class TableTests {

    private static final String PATH = "/api/decisions/errand-price";

    private final Caller designer = Caller.as("designer");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Decisions decisions;

    @Autowired
    RepositoryService repository;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    List<SmartLifecycle> workers;

    @AfterEach
    void takeThePackagedTable() {
        if (page().get("edited").asBoolean()) {
            designer.post(PATH + "/return", Map.of("version", version(), "note", "测试结束"));
        }
    }

    @Test
    void aChangedTableIsANewVersionThatActsAtOnceAndIsAuditedWithItsDifference() {
        var before = version();
        assertThat(price("letter", 3)).isEqualTo(5);

        var saved = save(before, rule("letters", "信件涨价", "\"letter\"", "< 10", "6", "\"yuan\""), others());

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(price("letter", 3)).isEqualTo(6);
        var page = saved.json();
        assertThat(page.get("version").asInt()).isEqualTo(before + 1);
        assertThat(page.get("edited").asBoolean()).isTrue();
        assertThat(page.at("/versions/0/origin").asText()).isEqualTo("edited");
        assertThat(page.at("/versions/0/person").asText()).isEqualTo("宋屿白");
        assertThat(page.at("/versions/0/note").asText()).isEqualTo("试一试");
        var difference = designer.get(PATH + "/diff?from=" + before + "&to=" + (before + 1))
                .json();
        assertThat(difference).hasSize(1);
        assertThat(difference.at("/0/kind").asText()).isEqualTo("changed");
        assertThat(difference.at("/0/before/outputs/0").asText()).isEqualTo("5");
        assertThat(difference.at("/0/after/outputs/0").asText()).isEqualTo("6");
        var audit = Caller.as("admin")
                .get("/api/audit?action=decision.change&subject=decision/errand-price")
                .json()
                .at("/items/0/details");
        assertThat(audit.get("to").asInt()).isEqualTo(before + 1);
        assertThat(audit.at("/changes/0/rule").asText()).isEqualTo("letters");

        var returned = designer.post(PATH + "/return", Map.of("version", before + 1, "to", before, "note", "改错了"));
        assertThat(returned.status()).as(returned.body()).isEqualTo(200);
        assertThat(returned.json().get("edited").asBoolean()).isFalse();
        assertThat(price("letter", 3)).isEqualTo(5);
    }

    @Test
    void aDraftIsTriedWithoutBeingDeployed() {
        var before = version();
        var draft = List.of(
                rule(null, "加急", "\"letter\"", "[1..5]", "9", "\"yuan\""),
                rule("letters", "信件", "\"letter\"", "< 10", "5", "\"yuan\""),
                others());

        var tried =
                designer.post(PATH + "/try", Map.of("rules", draft, "facts", Map.of("kind", "letter", "amount", "3")));

        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        assertThat(tried.json().at("/rules/0").asText()).isEqualTo("rule_1");
        assertThat(tried.json().at("/outputs/0/price").asInt()).isEqualTo(9);
        assertThat(version()).isEqualTo(before);
        var asItIs = designer.post(PATH + "/try", Map.of("facts", Map.of("kind", "parcel", "amount", 3)));
        assertThat(asItIs.json().at("/rules/0").asText()).isEqualTo("others");
    }

    @Test
    void ofTwoEditorsTheSlowerIsToldWhatHasChanged() throws Exception {
        var before = version();
        var editors = Executors.newFixedThreadPool(2);
        try {
            var answers = new ArrayList<Integer>();
            var both = List.<Callable<Integer>>of(
                    () -> save(before, rule("letters", "信件", "\"letter\"", "< 10", "7", "\"yuan\""), others())
                            .status(),
                    () -> save(
                                    Caller.as("designer2"),
                                    before,
                                    rule("letters", "信件", "\"letter\"", "< 10", "8", "\"yuan\""),
                                    others())
                            .status());
            for (var answer : editors.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        } finally {
            editors.shutdownNow();
        }
        var late = save(before, rule("letters", "信件", "\"letter\"", "< 10", "9", "\"yuan\""), others());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().at("/errors/0/field").asText()).isEqualTo("letters");
        assertThat(version()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"letter               | < 10 | 5  | \"yuan\" | rules[0].inputs[0]",
                "\"letter\"             | < <  | 5  | \"yuan\" | rules[0].inputs[1]",
                "function(x) external x | < 10 | 5  | \"yuan\" | rules[0].inputs[0]",
                "\"letter\"             | < 10 | 5a | \"yuan\" | rules[0].outputs[0]",
                "\"letter\"             | < 10 | \"5\" | \"yuan\" | rules[0].outputs[0]",
                "\"letter\"             | < 10 | 5  | \"mao\"  | rules[0].outputs[1]",
                "\"letter\"             | < 10 | 5  | string(5) | rules[0].outputs[1]",
                "''                     | ''   | 5  | \"yuan\" | rules[1]"
            })
    void whatACellMayNotSayIsRefusedAtTheCell(String kind, String amount, String price, String unit, String field) {
        var refused = save(version(), rule("letters", "信件", kind, amount, price, unit), others());

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(refused.json().at("/errors/0/message").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fallout-policy      | action          | \"retri\"             | \"renew\"",
                "fallout-policy      | action          | \"correct\"           | \"roll-back-to:reserve\"",
                "fallout-policy      | action          | \"roll-back-to:dance\" | \"roll-back-order\"",
                "fallout-policy      | ownerRole       | \"operation\"         | \"approver\"",
                "fallout-policy      | secondaryAction | \"manager\"           | \"escalate:approver\"",
                "fallout-policy      | secondaryAction | \"escalate:boss\"     | \"escalate:admin\"",
                "partial-failure     | handling        | \"keep\"              | \"partial\"",
                "provisioning-path   | path            | \"order\"             | \"path-platform\"",
                "provisioning-path   | path            | \"path-nowhere\"      | \"network-wide-order\"",
                "point-of-no-return  | withdrawal      | \"to-late\"           | \"built\"",
                "order-decomposition | kind            | \"services\"          | \"product\"",
                "task-dispatch       | role            | \"operation\"         | \"operations\""
            })
    void aColumnOfKnownWordsTakesNoOthersAndOffersThem(String decision, String column, String unknown, String known) {
        var path = "/api/decisions/" + decision;
        var table = designer.get(path).json().get("table");
        var at = table.get("outputs").findValuesAsText("name").indexOf(column);
        var words = table.at("/outputs/" + at + "/values").toString();
        assertThat(words).contains(known).doesNotContain(unknown, "{");

        var rules = (ArrayNode) table.get("rules");
        ((ArrayNode) rules.get(0).get("outputs")).set(at, unknown);
        var refused = designer.post(path + "/try", Map.of("rules", rules, "facts", Map.of()));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("rules[0].outputs[" + at + "]");

        ((ArrayNode) rules.get(0).get("outputs")).set(at, known);
        assertThat(designer.post(path + "/try", Map.of("rules", rules, "facts", Map.of()))
                        .body())
                .doesNotContain("rules[0].outputs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for x in 1..999999999 return x) > 0",
                "some x in 1..999999999 satisfies x < 0",
                "every x in 1..999999999 satisfies x > 0",
                "matches(?, \"(a+)+$\")",
                "replace(?, \"(a+)+$\", \"\") = \"a\"",
                "count(split(?, \"(a+)+$\")) > 1",
                "floor(number(\"1e999999999\")) > 1",
                "9 ** 9 ** 9 > 1",
                "/*\"*/ matches(?, \"(a+)+$\") /*\"*/",
                "? = \"\\\"\" or matches(?, \"(a+)+$\")",
                "(((((((((((1)))))))))))"
            })
    void aCellComparesAndComputesNothing(String cell) {
        var draft = rule("letters", "信件", cell, "", "5", "\"yuan\"");

        var tried = designer.post(
                PATH + "/try", Map.of("rules", List.of(draft, others()), "facts", Map.of("kind", "aaaaaaaaaaaaaaaa!")));

        assertThat(tried.status()).as(tried.body()).isEqualTo(422);
        assertThat(tried.json().at("/errors/0/field").asText()).isEqualTo("rules[0].inputs[0]");
        assertThat(tried.json().at("/errors/0/message").asText()).contains("只能写比较条件");
        assertThat(save(version(), draft, others()).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contains(?, \"let\")",
                "not(\"parcel\", \"for some (reason)\")",
                "starts with(?, \"le\") and (string length(?) > 3 or ? = \"/* every */ \\\" \")",
                "/* for letters */ \"letter\" // and nothing else"
            })
    void aComparisonMaySayWhatItLikes(String cell) {
        var draft = rule("letters", "信件", cell, "", "5", "\"yuan\"");

        var tried = designer.post(
                PATH + "/try", Map.of("rules", List.of(draft, others()), "facts", Map.of("kind", "letter")));

        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        assertThat(tried.json().at("/rules/0").asText()).isEqualTo("letters");
    }

    @Test
    void aTableThatTakesTheFirstRowKeepsOneForEverything() {
        var refused = save(version(), rule("letters", "信件", "\"letter\"", "< 10", "5", "\"yuan\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(save(version()).status()).isEqualTo(422);
        assertThat(designer.put(PATH, Map.of("version", version(), "rules", List.of(others())))
                        .status())
                .as("without a note")
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<definitions           | <!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions | DOCTYPE",
                "<text>\"letter\"</text>  | <text expressionLanguage=\"juel\">\"letter\"</text> | juel",
                "<inputEntry id=\"letters_kind\"> | <inputEntry id=\"letters_kind\" expressionLanguage=\"javascript\"> | javascript",
                "<decisionTable         | <literalExpression id=\"l\"><text>1</text></literalExpression><decisionTable | literalExpression",
                "<rule id=\"letters\">    | <x:script xmlns:x=\"urn:x\">1</x:script><rule id=\"letters\"> | x:script",
                "hitPolicy=\"FIRST\"      | hitPolicy=\"COLLECT\" | 命中策略",
                "<text>kind</text>      | <text>kind.getClass()</text> | 命中策略",
                "</definitions>         | '' | XML"
            })
    void aHostileFileIsRefusedWithElementAndReason(String part, String instead, String named) throws Exception {
        var file = packaged().replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(instead));
        assertThat(file).isNotEqualTo(packaged());
        var before = version();

        var refused = take(file);

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().get("detail").asText()).contains(named);
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void aFilesRulesAreTakenIntoTheTablesOwnFrame() throws Exception {
        var taken = take(packaged().replaceFirst("<text>5</text>", "<text>4</text>"));

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().at("/versions/0/origin").asText()).isEqualTo("imported");
        assertThat(price("letter", 1)).isEqualTo(4);
        assertThat(designer.get(PATH + "/file").body()).contains("<text>4</text>");
    }

    @Test
    void whatPeopleChangedStaysWhenThePackageIsDeployedAgainAndItIsSaidThatThePackageMovedOn() throws Exception {
        save(version(), rule("letters", "信件", "\"letter\"", "< 10", "6", "\"yuan\""), others());
        var edited = version();

        events.publishEvent(new ModelsDeployed("the same set"));
        assertThat(version()).as("an ordinary start").isEqualTo(edited);

        newPackage(packaged().replaceFirst("<text>20</text>", "<text>30</text>"));
        try {
            assertThat(price("letter", 3)).isEqualTo(6);
            assertThat(price("parcel", 3)).isEqualTo(20);
            assertThat(page().get("packageMoved").asBoolean()).isTrue();
            assertThat(page().at("/versions/0/origin").asText()).isEqualTo("kept");
            var difference = designer.get(PATH + "/diff?from=0&to=" + version()).json();
            assertThat(difference).hasSize(2);

            var taken = designer.post(PATH + "/return", Map.of("version", version(), "note", "用新包"));
            assertThat(taken.json().get("packageMoved").asBoolean()).isFalse();
            assertThat(price("parcel", 3)).isEqualTo(30);
        } finally {
            thePackageAgain();
        }
        assertThat(price("parcel", 3)).isEqualTo(20);
    }

    @Test
    void aChangedTableIsSetAsideWhenThePackageHasOtherColumns() throws Exception {
        save(version(), rule("letters", "信件", "\"letter\"", "< 10", "6", "\"yuan\""), others());

        newPackage(packaged().replaceFirst("<text>amount</text>", "<text>weight</text>"));
        try {
            assertThat(page().at("/versions/0/origin").asText()).isEqualTo("package");
            assertThat(page().get("edited").asBoolean()).isFalse();
            assertThat(page().at("/table/inputs/1/expression").asText()).isEqualTo("weight");
        } finally {
            thePackageAgain();
        }
    }

    @Test
    void aChangedTableStaysAndTakesTheWordsOfANewPackage() throws Exception {
        save(version(), rule("letters", "信件", "\"letter\"", "< 10", "6", "\"yuan\""), others());

        newPackage(packaged().replaceFirst("\"yuan\",\"fen\"", "\"yuan\",\"fen\",\"jiao\""));
        try {
            assertThat(page().at("/versions/0/origin").asText()).isEqualTo("kept");
            assertThat(page().at("/table/outputs/1/values")).hasSize(3);
            assertThat(price("letter", 3)).isEqualTo(6);
        } finally {
            thePackageAgain();
        }
    }

    @Test
    void everyPackagedTableCanBeOpenedAndSavedAsItIs() {
        for (var row : designer.get("/api/decisions").json()) {
            var page = designer.get("/api/decisions/" + row.get("id").asText()).json();
            assertThat(page.at("/table/rules")).as(row.toString()).isNotEmpty();
            var same = designer.put(
                    "/api/decisions/" + row.get("id").asText(),
                    Map.of(
                            "version", page.get("version").asInt(),
                            "note", "不变",
                            "rules", page.at("/table/rules")));
            assertThat(same.status()).as(same.body()).isEqualTo(422);
            assertThat(same.json().at("/errors/0/field").asText())
                    .as(same.body())
                    .isEqualTo("rules");
        }
    }

    @Test
    void onlyDesignersChangeTables() {
        for (var person : List.of("operations.nanjing", "manager", "admin")) {
            assertThat(Caller.as(person).get(PATH).status()).isEqualTo(200);
            assertThat(save(Caller.as(person), version(), others()).status())
                    .as(person)
                    .isEqualTo(403);
            assertThat(Caller.as(person)
                            .post(PATH + "/return", Map.of("version", version(), "note", "x"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(Caller.as("account-manager.nanjing").get(PATH).status()).isEqualTo(403);
        assertThat(Caller.anonymous().get(PATH).status()).isEqualTo(401);
        assertThat(designer.get("/api/decisions/no-such-table").status()).isEqualTo(404);
        assertThat(designer.get(PATH + "/diff?from=1&to=9999").status()).isEqualTo(404);
    }

    @Test
    void aTableHoldsForEveryCityAndIsNotChangedByWhoWorksForOne() {
        var ofTheCity = "designer-" + UUID.randomUUID().toString().substring(0, 8) + ".nanjing";
        var added = Caller.as("admin")
                .post(
                        "/api/administration/people",
                        Map.of(
                                "id",
                                ofTheCity,
                                "name",
                                "新同事",
                                "organization",
                                "nanjing-operations",
                                "password",
                                "first-password",
                                "roles",
                                List.of("designer"),
                                "cities",
                                List.of("nanjing")));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        var browser = Caller.anonymous();
        browser.signOn(ofTheCity, "first-password");

        assertThat(browser.get(PATH).status()).isEqualTo(200);
        assertThat(save(browser, version(), others()).status()).isEqualTo(403);
        assertThat(browser.post(PATH + "/return", Map.of("version", version(), "note", "x"))
                        .status())
                .isEqualTo(403);

        jdbc.sql("UPDATE identity.person SET active = false WHERE id = ?")
                .param(ofTheCity)
                .update();
    }

    private void newPackage(String file) {
        DataScope.asSystem(() -> transaction.executeWithoutResult(status -> {
            var set = repository
                    .createDeployment()
                    .name(ModelsDeployed.PACKAGE)
                    .source(ModelsDeployed.PACKAGE)
                    .addInputStream(
                            "decisions/test/errand-price.dmn",
                            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                    .deploy();
            events.publishEvent(new ModelsDeployed(set.getId()));
        }));
    }

    private void thePackageAgain() {
        workers.stream()
                .filter(worker -> worker.getClass().getSimpleName().equals("ModelDeployment"))
                .forEach(SmartLifecycle::start);
    }

    private int price(String kind, int amount) {
        return ((Number) decisions
                        .evaluate("errand-price", Map.of("kind", kind, "amount", amount))
                        .get(0)
                        .get("price"))
                .intValue();
    }

    private JsonNode page() {
        return designer.get(PATH).json();
    }

    private int version() {
        return page().get("version").asInt();
    }

    @SafeVarargs
    private Caller.Answer save(int version, Map<String, Object>... rules) {
        return save(designer, version, rules);
    }

    @SafeVarargs
    private static Caller.Answer save(Caller editor, int version, Map<String, Object>... rules) {
        return editor.put(PATH, Map.of("version", version, "note", "试一试", "rules", Arrays.asList(rules)));
    }

    private Caller.Answer take(String file) {
        return designer.send(designer.request(PATH + "/file?note=x&version=" + version())
                .header("Content-Type", "application/xml")
                .PUT(BodyPublishers.ofString(file)));
    }

    private static Map<String, Object> others() {
        return rule("others", "其余", "", "", "20", "\"yuan\"");
    }

    private static Map<String, Object> rule(
            String id, String description, String kind, String amount, String price, String unit) {
        var rule = new HashMap<String, Object>(
                Map.of("description", description, "inputs", List.of(kind, amount), "outputs", List.of(price, unit)));
        rule.put("id", id);
        return rule;
    }

    private static String packaged() throws Exception {
        return new ClassPathResource("decisions/test/errand-price.dmn").getContentAsString(StandardCharsets.UTF_8);
    }
}
