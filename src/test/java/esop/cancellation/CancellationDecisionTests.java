package esop.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.workflow.Decisions;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class CancellationDecisionTests {

    @Autowired
    private Decisions decisions;

    @ParameterizedTest
    @CsvSource({
        "leased-line, B, 3, 9, 0.8, 0.8, 120",
        "vpmn, A, 3, 9, 0, 0, 120",
        "vpmn, A, 3, 9, -1, 0, 0",
        "leased-line, A, 11, 13, -1, 0.5, 12",
        "idc-hosting, C, 12, 12, -1, 0.3, 12",
        "mas, A, 1, 23, -1, 0.4, 12",
        "adc, A, 1, 11, -1, 0.2, 6",
        "adc, B, 1, 11, -1, 0.3, 12"
    })
    void whichShareOfWhatIsLeft(
            String product, String level, int used, int left, double agreed, double share, int mostMonths) {
        var rule = decisions
                .evaluate(
                        "cancellation-penalty",
                        Map.of(
                                "product", product,
                                "customerLevel", level,
                                "monthsUsed", used,
                                "monthsLeft", left,
                                "agreedShare", agreed))
                .get(0);
        if (agreed < 0) {
            assertThat(((Number) rule.get("share")).doubleValue()).isEqualTo(share);
        } else {
            assertThat(rule.get("share")).as("left at what was agreed").isNull();
        }
        assertThat(((Number) rule.get("mostMonths")).intValue()).isEqualTo(mostMonths);
        assertThat(rule.get("basis").toString()).isNotBlank();
        assertThat(rule.get("basisEn").toString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 5, city",
        "19999, 50, city",
        "20000, 50, city province",
        "900, 51, city province",
        "50000, 30, city province finance",
        "60000, 100, city province finance"
    })
    void whoHasToAgree(double waived, double percent, String levels) {
        var decided = decisions.evaluate(
                "cancellation-approvers", Map.of("waived", waived, "percent", percent, "customerLevel", "B"));
        assertThat(decided.stream().map(level -> level.get("level").toString()).toList())
                .containsExactly(levels.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 2026-11-27, 0",
        "2026-11-28, 2026-11-27, 0",
        "2026-11-27, 2026-11-28, 1",
        "2026-11-27, 2026-12-27, 1",
        "2026-11-27, 2026-12-28, 2",
        "2026-01-31, 2026-02-28, 1",
        "2026-08-31, 2027-02-28, 6"
    })
    void aMonthThatHasBegunCounts(LocalDate day, LocalDate until, int months) {
        assertThat(Penalties.monthsLeft(day, until)).isEqualTo(months);
    }

    @Test
    void theTablesOnlyKnowTheLevelsThatHaveNames() {
        assertThat(decisions.evaluate(
                        "cancellation-approvers", Map.of("waived", 60_000.0, "percent", 60.0, "customerLevel", "A")))
                .extracting(level -> level.get("role"))
                .containsExactly("approver", "manager", "finance");
    }
}
