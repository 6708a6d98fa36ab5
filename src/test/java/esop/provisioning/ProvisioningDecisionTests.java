package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.workflow.Decisions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class ProvisioningDecisionTests {

    @Autowired
    private Decisions decisions;

    @ParameterizedTest
    @CsvSource({
        "vpmn, path-instant",
        "leased-line, path-eoms",
        "adc, path-platform",
        "cross-province-line, network-wide-order",
        "mobile-mail, path-si",
        "mas, path-eoms-and-si",
        "never-heard-of, none"
    })
    void theProductChoosesThePath(String product, String path) {
        var facts = Map.of("product", product, "action", "add", "city", "wuxi");

        assertThat(decisions.evaluate("provisioning-path", facts))
                .singleElement()
                .isEqualTo(Map.of("path", path));
    }

    @ParameterizedTest
    @CsvSource({
        "vpmn, path-instant",
        "leased-line, path-eoms-removal",
        "idc-hosting, path-eoms-removal",
        "adc, path-platform",
        "mas, path-eoms-and-si"
    })
    void aServiceThatEndsGoesTheSameWayBackButALineReservesNothing(String product, String path) {
        assertThat(decisions.evaluate(
                        "provisioning-path", Map.of("product", product, "action", "delete", "city", "wuxi")))
                .singleElement()
                .isEqualTo(Map.of("path", path));
    }

    @ParameterizedTest
    @CsvSource({
        "mas, add, network, undo, masAddNetwork",
        "mas, add, partner, hold, masAdd",
        "mas, delete, partner, hold, otherwise",
        "mas, modify, network, hold, otherwise",
        "mas, modify, partner, partial, masModifyPartner",
        "idc-hosting, add, partner, hold, otherwise",
        "never-heard-of, add, network, hold, otherwise"
    })
    void oneFailedSideOfTwoIsHeldUnlessTheTableSaysOtherwise(
            String product, String action, String failed, String handling, String rule) {
        var decided = decisions.explain(
                "partial-failure", Map.of("product", product, "action", action, "failedSide", failed));

        assertThat(decided.rules()).containsExactly(rule);
        assertThat(decided.outputs()).containsExactly(Map.of("handling", handling));
    }

    @ParameterizedTest
    @CsvSource({
        "mobile-mail, nanjing, si.local, mail, 0, 1, mailLocal",
        "mobile-mail, wuxi, si.yanlian, 'message-server,mail', 199, 2, mailYanlian",
        "mobile-mail, nanjing, si.local, mail, 200, 0, overloaded",
        "mobile-mail, nanjing, si.local, message-server, 0, 0, otherwise",
        "mobile-mail, suzhou, si.another, mail, 0, 9, mailOther",
        "mas, suzhou, si.another, message-server, 0, 9, serverOther",
        "mas, suzhou, si.another, mail, 0, 0, otherwise",
        "mas, suzhou, si.yanlian, message-server, 3, 1, serverYanlian",
        "mas, suzhou, si.local, message-server, 3, 2, serverLocal",
        "leased-line, nanjing, si.local, mail, 0, 0, otherwise"
    })
    void productQualificationAndLoadRankThePartners(
            String product, String city, String partner, String qualifications, int load, int rank, String rule) {
        var facts = Map.of(
                "product", product, "city", city, "partner", partner, "qualifications", qualifications, "load", load);

        var judged = decisions.explain("si-partner", facts);

        assertThat(judged.rules()).containsExactly(rule);
        assertThat(judged.outputs().get(0)).containsEntry("rank", rank);
    }

    @ParameterizedTest
    @CsvSource({
        "boss, activate, vpmn, PT2M",
        "boss, activate, adc, PT5M",
        "eoms, reserve, leased-line, PT10M",
        "eoms, release, leased-line, PT10M",
        "eoms, construct, leased-line, P3D",
        "eoms, construct, mas, P5D",
        "platform, open, adc, P1D",
        "platform, check, adc, PT10M",
        "platform, withdraw, adc, P1D",
        "eoms, withdraw, leased-line, P1D",
        "boss, deactivate, vpmn, PT5M",
        "eoms, dismantle, leased-line, P5D",
        "platform, close, adc, P1D",
        "first-level, order-up, cross-province-line, P10D",
        "first-level, withdraw, cross-province-line, P2D",
        "first-level, end-up, cross-province-line, P10D",
        "si, appoint, mobile-mail, P1D",
        "si, install, mobile-mail, P5D",
        "si, withdraw, mobile-mail, P1D",
        "si, call-off, mobile-mail, PT10M",
        "si, uninstall, mobile-mail, P5D",
        "somebody, whatever, mobile-mail, PT1H"
    })
    void everyStepHasATimeToBeAnsweredIn(String system, String step, String product, String wait) {
        var facts = Map.of("system", system, "step", step, "product", product);

        assertThat(decisions.evaluate("expected-wait", facts)).singleElement().isEqualTo(Map.of("wait", wait));
    }

    @ParameterizedTest
    @CsvSource({
        "eoms, construct, leased-line, cancelled, 1, B, abort, PT0S, operations, escalate:manager",
        "platform, open, adc, withdrawn, 9, A, abort, PT0S, operations, escalate:manager",
        "eoms, construct, leased-line, recalled, 9, A, manual, PT0S, operations, escalate:manager",
        "boss, activate, vpmn, never-arrived, 3, B, retry, PT0S, operations, escalate:manager",
        "boss, activate, vpmn, unknown, 10, B, retry, PT0S, operations, escalate:manager",
        "boss, activate, vpmn, never-arrived, 11, B, manual, PT0S, manager, escalate:manager",
        "boss, activate, vpmn, refused, 6, B, manual, PT0S, manager, escalate:manager",
        "boss, activate, vpmn, connect, 3, B, retry, PT10M, operations, escalate:manager",
        "boss, activate, vpmn, connect, 4, B, manual, PT0S, operations, escalate:manager",
        "eoms, reserve, leased-line, http-500, 2, B, retry, PT10M, operations, escalate:manager",
        "eoms, reserve, leased-line, timeout, 3, B, manual, PT0S, operations, escalate:manager",
        "eoms, reserve, leased-line, auth, 1, B, manual, PT0S, operations, escalate:admin",
        "eoms, construct, leased-line, silent, 1, A, manual, PT0S, manager, escalate:manager",
        "eoms, construct, leased-line, silent, 1, B, manual, PT0S, operations, escalate:manager",
        "eoms, construct, leased-line, rework-limit, 1, C, manual, PT0S, manager, escalate:manager",
        "esop, choose-path, mas, no-path, 1, C, manual, PT0S, operations, escalate:manager",
        "esop, choose-partner, mobile-mail, no-partner, 1, C, manual, PT0S, operations, escalate:manager",
        "eoms, construct, leased-line, refused, 1, C, manual, PT0S, operations, escalate:manager",
        "eoms, construct, leased-line, unheard-of, 1, C, manual, PT0S, operations, escalate:manager"
    })
    void everyFalloutHasAPolicy(
            String system,
            String step,
            String product,
            String errorClass,
            int attempt,
            String level,
            String action,
            String delay,
            String owner,
            String secondary) {
        var facts = new HashMap<String, Object>(Map.of("system", system, "step", step, "product", product));
        facts.put("errorClass", errorClass);
        facts.put("attempt", attempt);
        facts.put("customerLevel", level);

        assertThat(decisions.evaluate("fallout-policy", facts))
                .singleElement()
                .isEqualTo(Map.of("action", action, "delay", delay, "ownerRole", owner, "secondaryAction", secondary));
    }

    @ParameterizedTest
    @CsvSource({
        "eoms, leased-line, B, 3, PT4H",
        "platform, adc, C, 3, PT2H",
        "eoms, leased-line, A, 5, PT2H",
        "platform, adc, A, 5, PT2H"
    })
    void aUnitIsUrgedWithinLimits(String unit, String product, String level, int times, String pause) {
        var facts = Map.of("unit", unit, "product", product, "customerLevel", level);

        assertThat(decisions.evaluate("expedite-limit", facts))
                .singleElement()
                .isEqualTo(Map.of("times", times, "pause", pause));
    }
}
