package esop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.workflow.Decisions;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class AuditDecisionTests {

    @Autowired
    private Decisions decisions;

    @ParameterizedTest
    @CsvSource({
        "crm,         productOrder,  state,          esop",
        "crm,         productOrder,  product,        none",
        "first-level, productOrder,  state,          theirs",
        "eoms,        resourceOrder, state,          theirs",
        "platform,    serviceOrder,  characteristic, none",
        "eoms,        reservation,   state,          esop",
        "boss,        service,       characteristic, esop",
        "boss,        service,       customer,       esop",
        "crm,         product,       customer,       theirs",
        "crm,         product,       state,          esop"
    })
    void whoseWordIsRight(String system, String record, String element, String basis) {
        var facts = Map.of("system", system, "record", record, "element", element, "name", "bandwidth");
        assertThat(decisions.evaluate("order-audit", facts)).containsExactly(Map.of("basis", basis));
    }

    @ParameterizedTest
    @CsvSource({"A, PT30M", "B, PT2H", "C, PT2H"})
    void whenAnOrderIsAudited(String level, String after) {
        assertThat(decisions
                        .evaluate("order-audit-timing", Map.of("product", "vpmn", "customerLevel", level))
                        .get(0))
                .containsEntry("after", after);
    }

    @ParameterizedTest
    @CsvSource({"send-again, 1, B, no", "send-again, 6, B, yes", "accept, 1, A, yes", "accept, 5, C, no"})
    void whatSomebodyElseHasToAgreeTo(String repair, int differences, String level, String approval) {
        var facts = Map.of("repair", repair, "differences", differences, "customerLevel", level);
        assertThat(decisions.evaluate("order-audit-approval", facts)).containsExactly(Map.of("approval", approval));
    }
}
