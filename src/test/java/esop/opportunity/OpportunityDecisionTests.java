package esop.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.workflow.Decisions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class OpportunityDecisionTests {

    @Autowired
    private Decisions decisions;

    @ParameterizedTest
    @CsvSource({
        "0, account-manager, true, false, 3, leased-line, 80000, creator",
        "0, other, true, false, 3, leased-line, 80000, customer-manager",
        "0, other, true, false, 15, leased-line, 80000, customer-manager",
        "0, other, true, false, 16, leased-line, 80000, least-loaded",
        "1, account-manager, true, true, 3, leased-line, 80000, least-loaded",
        "1, other, true, true, 3, leased-line, 500000, manual",
        "0, other, true, false, 3, mobile-mail, 5000, tele-manager",
        "0, other, false, false, 0, vpmn, 5000, tele-manager",
        "0, other, false, false, 0, vpmn, 20000, least-loaded",
        "2, other, true, true, 0, vpmn, 5000, manual",
        "5, account-manager, false, false, 0, vpmn, 5000, manual"
    })
    void whoGetsAnOpportunity(
            int returns,
            String creatorRole,
            boolean managed,
            boolean managerReturned,
            int load,
            String product,
            double revenue,
            String receiver) {
        var facts = new HashMap<String, Object>(Map.of(
                "returns", returns,
                "creatorRole", creatorRole,
                "managed", managed,
                "managerReturned", managerReturned,
                "managerLoad", load,
                "product", product,
                "revenue", revenue,
                "city", "nanjing"));
        facts.put("industry", null);
        var decided = decisions.evaluate("opportunity-receiver", facts).get(0);
        assertThat(decided).containsEntry("receiver", receiver);
        assertThat(decided.get("why").toString()).isNotBlank();
        assertThat(decided.get("whyEn").toString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "19999, vpmn, combined",
        "20000, vpmn, stepwise",
        "500, leased-line, stepwise",
        "500, adc, combined",
        "500, , stepwise"
    })
    void whatIsSmallEnoughForOneTask(double revenue, String product, String path) {
        var facts = new HashMap<String, Object>(Map.of("revenue", revenue));
        facts.put("product", product);
        facts.put("level", "B");
        assertThat(decisions.evaluate("opportunity-path", facts).get(0)).containsEntry("path", path);
    }

    @ParameterizedTest
    @CsvSource({
        "discovery, 0, false, 4",
        "requirement, 0, false, 5",
        "requirement, 0, true, 6",
        "solution, 99999, false, 6",
        "solution, 100000, false, 8",
        "solution, 500000, false, 9",
        "solution, 500000, true, 11",
        "contract, 0, false, 3",
        "order, 0, false, 1"
    })
    void howMuchTheGateWants(String stage, double revenue, boolean competitor, int demands) {
        assertThat(decisions.evaluate(
                        "opportunity-gate", Map.of("stage", stage, "revenue", revenue, "competitor", competitor)))
                .hasSize(demands);
    }

    @ParameterizedTest
    @CsvSource({
        "solution, 0, 10000, 12, ''",
        "solution, 10, 10000, 12, city",
        "solution, 0, 50000, 12, city",
        "solution, 30, 10000, 12, 'city,province'",
        "solution, 35, 600000, 12, 'city,province,finance'",
        "agreement, 0, 10000, 12, city",
        "agreement, 0, 10000, 25, 'city,legal'",
        "agreement, 0, 200000, 36, 'city,legal'",
        "agreement, 0, 1000000, 12, 'city,legal,finance'"
    })
    void whoHasToAgree(String subject, double discount, double value, int months, String levels) {
        assertThat(decisions
                        .evaluate(
                                "opportunity-approvers",
                                Map.of("subject", subject, "discount", discount, "value", value, "months", months))
                        .stream()
                        .map(level -> level.get("level").toString())
                        .toList())
                .isEqualTo(levels.isEmpty() ? java.util.List.of() : java.util.List.of(levels.split(",")));
    }

    @Test
    void whatHasBeenThereTooLongIsLessLikely() {
        for (var stage : Stage.values()) {
            var fresh = odds(stage, "fresh");
            assertThat(odds(stage, "over")).isLessThanOrEqualTo(fresh);
            assertThat(fresh).isBetween(1, 99);
        }
    }

    @Test
    void anImportantCustomerIsCalledLateSooner() {
        assertThat(over("discovery", "A")).isLessThan(over("discovery", "B"));
        assertThat(over("contract", null)).isEqualTo(20);
    }

    private int odds(Stage stage, String age) {
        return (Integer) decisions
                .evaluate("opportunity-odds", Map.of("stage", stage.word(), "age", age))
                .get(0)
                .get("percent");
    }

    private int over(String stage, String level) {
        var facts = new HashMap<String, Object>(Map.of("stage", stage));
        facts.put("level", level);
        return (Integer) decisions.evaluate("opportunity-age", facts).get(0).get("over");
    }
}
