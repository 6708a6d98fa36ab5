package esop.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class TaskDecisionTests {

    @Autowired
    private DecisionTables decisions;

    @ParameterizedTest
    @CsvSource({
        "work-order, signOffWorkOrder, operations, P1D, signOffWorkOrder",
        "order, callCustomer, tele-manager, P2D, callCustomer",
        "partner-work, agreeVisit, si, PT4H, agreeVisit",
        "partner-work, carryOutInstallation, si, P3D, carryOutInstallation",
        "partner-stop, answerStop, si, PT2H, answerStop",
        "partial-failure, decideOnPartialFailure, operations, PT4H, decideOnPartialFailure",
        "anything, whatever, operations, P1D, otherwise"
    })
    void eachTaskHasAnOwnerAndADueTime(String process, String task, String role, String duration, String rule) {
        var facts = new HashMap<String, Object>(Map.of("process", process, "task", task));
        facts.put("product", null);
        facts.put("city", "nanjing");
        facts.put("action", null);
        facts.put("priority", null);

        var owner = decisions.explain("task-dispatch", facts);
        var due = decisions.explain("due-time", facts);

        assertThat(owner.outputs().get(0)).containsEntry("role", role);
        assertThat(owner.rules()).containsExactly(rule);
        assertThat(owner.version()).isPositive();
        assertThat(due.outputs().get(0)).containsEntry("duration", duration);
        assertThat(due.rules()).containsExactly(rule);
    }
}
