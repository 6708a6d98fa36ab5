package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

@EsopTest
class PathPlatformProcessTests extends ProvisioningScene {

    @Test
    void anApplicationIsOpenedByThePlatformAndSignedOffByItsTest() {
        var opening = open("adc", "add");

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "path-platform")).isEqualTo("applicationReady");
        assertThat(end(opening, "sign-off-check")).isEqualTo("serviceAccepted");
        assertThat(row(opening))
                .containsEntry("state", "archived")
                .containsEntry("type", "opening")
                .containsEntry("review", "业务检测通过")
                .containsEntry("reviewer", "platform");
        assertThat(order(opening).path()).isEqualTo("path-platform");
        assertThat(order(opening).state()).isEqualTo("completed");
        assertThat(applied(opening, "open", 1)).isOne();
        assertThat(applied(opening, "check", 1)).isOne();
        assertThat(tasksOf(opening)).isZero();
    }

    @Test
    void aRefusedOpeningIsOrderedAgainByAPerson() {
        sandbox.breaks("platform", "refuse", Map.of("times", 1, "operation", "serviceOrder.create"));
        var opening = open("adc", "add");

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "retry"));

        awaitEnd(opening, "serviceOpened");
        assertThat(applied(opening, "open", 1)).isZero();
        assertThat(applied(opening, "open", 2)).isOne();
    }

    @Test
    void anOpeningThatIsGivenUpEndsWithoutATest() {
        sandbox.breaks("platform", "refuse", Map.of("times", 1, "operation", "serviceOrder.create"));
        var opening = open("adc", "add");

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "客户改用自建系统"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "path-platform")).isEqualTo("openingGivenUp");
        assertThat(row(opening)).containsEntry("state", "cancelled").containsEntry("review", "客户改用自建系统");
        assertThat(runs(opening, "sign-off-check")).isZero();
    }

    @Test
    void whatThePlatformMayStillBeOpeningIsWithdrawnWhenItIsGivenUp() {
        var opening = givenUpWhileThePlatformWorks();

        sandbox.answers("platform", "cancelServiceOrder", opening.getBusinessKey() + ":withdraw:1", "complete", "");

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "path-platform")).isEqualTo("openingGivenUp");
        assertThat(row(opening)).containsEntry("state", "cancelled").containsEntry("review", "客户不再需要");
        assertThat(sandbox.applied(opening.getBusinessKey() + ":withdraw:1")).isOne();
        awaitStep(workOrder(opening) + ":open:1", "CANCELLED");
        assertThat(row(opening)).containsEntry("state", "cancelled");
    }

    @Test
    void aPlatformThatHasBegunRefusesTheWithdrawalAndAPersonSettlesIt() {
        var opening = givenUpWhileThePlatformWorks();
        sandbox.answers("platform", "cancelServiceOrder", opening.getBusinessKey() + ":withdraw:1", "reject", "已在开通");
        var task = awaitTask(opening, "resolveFallout");
        assertThat(order(opening).message()).isNotNull();
        sandbox.answers("platform", "serviceOrder", workOrder(opening) + ":open:1", "complete", "");
        awaitStep(workOrder(opening) + ":open:1", "COMPLETED");
        assertThat(row(opening)).containsEntry("state", "cancelled");

        complete(task, Map.of("action", "manual", "note", "平台已手工销户"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "path-platform")).isEqualTo("openingGivenUp");
        assertThat(sandbox.ledger(opening.getBusinessKey() + ":withdraw:2")).isEmpty();
    }

    @Test
    void aTestThatWasNotPassedIsRunAgainButTheServiceIsNotOrderedAgain() {
        var opening = failedTest();

        sandbox.behaves("platform", Map.of("manual", false));
        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "retry"));

        awaitEnd(opening, "serviceOpened");
        assertThat(applied(opening, "open", 1)).isOne();
        assertThat(sandbox.ledger(workOrder(opening) + ":open:2")).isEmpty();
        assertThat(applied(opening, "check", 2)).isOne();
        assertThat(fallouts(opening))
                .singleElement()
                .satisfies(fallout ->
                        assertThat(fallout.get("fingerprint").toString()).startsWith("platform:check:failed:"));
    }

    @Test
    void aPersonMayAcceptWhatTheTestDidNot() {
        var opening = failedTest();

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "manual", "note", "人工拨测正常"));

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "sign-off-check")).isEqualTo("serviceNotAccepted");
        assertThat(row(opening)).containsEntry("state", "archived").containsEntry("review", "人工拨测正常");
    }

    private ProcessInstance givenUpWhileThePlatformWorks() {
        sandbox.behaves("platform", Map.of("manual", true));
        var opening = open("adc", "add");
        awaitStep(workOrder(opening) + ":open:1", "ACKNOWLEDGED");
        for (var proof = 1; proof <= 4; proof++) {
            fire(opening, "answerOverdue");
            aWhile();
        }
        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "客户不再需要"));
        return opening;
    }

    private ProcessInstance failedTest() {
        sandbox.behaves("platform", Map.of("manual", true));
        var opening = open("adc", "add");
        sandbox.answers("platform", "serviceOrder", workOrder(opening) + ":open:1", "complete", "");
        sandbox.answers("platform", "serviceTest", workOrder(opening) + ":check:1", "fail", "应用登录失败");
        assertThat(awaitTask(opening, "resolveFallout")).isNotNull();
        assertThat(order(opening).message()).isEqualTo("应用登录失败");
        return opening;
    }

    private long applied(ProcessInstance opening, String step, int generation) {
        return sandbox.applied(workOrder(opening) + ":" + step + ":" + generation);
    }

    private Map<String, Object> row(ProcessInstance opening) {
        return asSystem(() ->
                jdbc.sql("""
                        SELECT type, state, review, reviewer
                        FROM provisioning.work_order
                        WHERE service_order_id = :id
                        """).param("id", opening.getBusinessKey()).query().singleRow());
    }

    private long tasksOf(ProcessInstance opening) {
        return asSystem(() ->
                jdbc.sql("""
                        SELECT count(*)
                        FROM workflow.closed_task t
                        JOIN workflow.instance i ON i.id = t.instance_id
                        WHERE i.root_id = :root
                        """).param("root", opening.getId()).query(Long.class).single());
    }
}
