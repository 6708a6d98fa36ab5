package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import esop.Caller;
import esop.EsopTest;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** A product of the whole network is sent up, and what the first level says of it drives our order. */
@EsopTest
class NetworkWideOrderProcessTests extends ProvisioningScene {

    private static final String LINE = "cross-province-line";

    @Test
    void aNetworkWideProductIsOpenedByTheFirstLevel() {
        var opening = open(LINE, "add");

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "network-wide-order")).isEqualTo("networkServiceOpened");
        assertThat(order(opening).path()).isEqualTo("network-wide-order");
        assertThat(order(opening).state()).isEqualTo("completed");
        assertThat(order(opening).workOrders()).isEmpty();
        assertThat(applied(opening, "order-up", 1)).isOne();
    }

    @Test
    void whatTheFirstLevelHoldsIsHeldHereWithItsReasonUntilItGoesOn() {
        var opening = sentUp();
        says(opening, "hold", "等待浙江公司资源核查");
        await().atMost(SOON).until(() -> order(opening).state().equals("held"));
        assertThat(order(opening).message()).isEqualTo("等待浙江公司资源核查");
        assertThat(productOrderState(opening)).isEqualTo("held");
        assertThat(fallouts(opening)).isEmpty();

        says(opening, "resume", "");
        await().atMost(SOON).until(() -> order(opening).state().equals("inProgress"));
        assertThat(order(opening).message()).isNull();
        assertThat(productOrderState(opening)).isEqualTo("inProgress");

        says(opening, "hold", "再次核查");
        await().atMost(SOON).until(() -> order(opening).state().equals("held"));
        says(opening, "complete", "");
        awaitEnd(opening, "serviceOpened");
        assertThat(productOrderState(opening)).isEqualTo("inProgress");
    }

    @Test
    void whatIsOpenedInPartEndsSo() {
        var opening = sentUp();
        says(opening, "partial", "备用路由未开通");

        awaitEnd(opening, "serviceOpenedInPart");
        assertThat(end(opening, "network-wide-order")).isEqualTo("networkServiceOpenedInPart");
        assertThat(order(opening).state()).isEqualTo("partial");
        assertThat(order(opening).message()).isEqualTo("备用路由未开通");
        assertThat(order(opening).completed()).isNotNull();
        assertThat(fallouts(opening)).isEmpty();
    }

    @Test
    void aRefusedOrderIsSentUpAgainByAPerson() {
        sandbox.breaks("first-level", "refuse", Map.of("times", 1, "operation", "productOrder.create"));
        var opening = open(LINE, "add");

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "retry"));

        awaitEnd(opening, "serviceOpened");
        assertThat(applied(opening, "order-up", 1)).isZero();
        assertThat(applied(opening, "order-up", 2)).isOne();
    }

    @Test
    void aPersonMayEndWhatTheFirstLevelCouldNot() {
        var opening = sentUp();
        says(opening, "hold", "等待");
        says(opening, "fail", "对端无资源");
        var task = awaitTask(opening, "resolveFallout");
        assertThat(order(opening).message()).isEqualTo("对端无资源");
        assertThat(productOrderState(opening)).isEqualTo("held");

        complete(task, Map.of("action", "manual", "note", "改由线下协调开通"));

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "network-wide-order")).isEqualTo("networkServiceOpened");
        assertThat(productOrderState(opening)).isEqualTo("inProgress");
    }

    @Test
    void whatTheFirstLevelMayStillBeOpeningIsWithdrawnWhenItIsGivenUp() {
        var opening = givenUpWhileTheFirstLevelWorks();
        sandbox.answers("first-level", "cancelProductOrder", key(opening, "withdraw", 1), "complete", "");

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "network-wide-order")).isEqualTo("orderGivenUp");
        awaitStep(key(opening, "order-up", 1), "CANCELLED");
        assertThat(sandbox.applied(key(opening, "withdraw", 1))).isOne();
    }

    @Test
    void aFirstLevelThatHasBegunRefusesTheWithdrawalAndAPersonSettlesIt() {
        var opening = givenUpWhileTheFirstLevelWorks();
        sandbox.answers("first-level", "cancelProductOrder", key(opening, "withdraw", 1), "reject", "已在施工");

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "manual", "note", "已与一级约定拆除"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "network-wide-order")).isEqualTo("orderGivenUp");
        assertThat(sandbox.ledger(key(opening, "withdraw", 2))).isEmpty();
    }

    @Test
    void whatIsRolledBackIsStoppedThereByTheRollback() {
        var opening = silentlyWaiting();
        decide(opening, "operations.nanjing", "resolveFallout", Map.of("action", "roll-back-item", "note", "客户改用他网"));
        decide(opening, "approver.nanjing", "approveResolution", Map.of("approval", "approve"));
        sandbox.answers("first-level", "cancelProductOrder", key(opening, "withdraw", 1), "complete", "");

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "network-wide-order")).isEqualTo("leftToRollback");
        awaitStep(key(opening, "order-up", 1), "CANCELLED");
    }

    @Test
    void anOrderThatIsSilentIsAskedForAndNotSentTwice() {
        sandbox.breaks(
                "first-level", "timeout-after", Map.of("times", 1, "delayMs", 200, "operation", "productOrder.create"));
        var opening = open(LINE, "add");
        awaitEnd(opening, "serviceOpened");
        assertThat(applied(opening, "order-up", 1)).isOne();
        assertThat(sandbox.ledger(key(opening, "order-up", 2))).isEmpty();
    }

    private ProcessInstance sentUp() {
        sandbox.behaves("first-level", Map.of("manual", true));
        var opening = open(LINE, "add");
        awaitStep(key(opening, "order-up", 1), "ACKNOWLEDGED");
        return opening;
    }

    private ProcessInstance silentlyWaiting() {
        var opening = sentUp();
        for (var proof = 1; proof <= 4; proof++) {
            fire(opening, "answerOverdue");
            aWhile();
        }
        return opening;
    }

    private void decide(ProcessInstance opening, String person, String step, Map<String, Object> data) {
        var task = awaitTask(opening, step).getId();
        Caller.as(person).post("/api/tasks/" + task + "/claim", Map.of());
        var answer = Caller.as(person).post("/api/tasks/" + task + "/complete", Map.of("data", data));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private ProcessInstance givenUpWhileTheFirstLevelWorks() {
        var opening = silentlyWaiting();
        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "客户不再需要"));
        return opening;
    }

    private void says(ProcessInstance opening, String answer, String reason) {
        sandbox.answers("first-level", "productOrder", key(opening, "order-up", 1), answer, reason);
    }

    private long applied(ProcessInstance opening, String step, int generation) {
        return sandbox.applied(key(opening, step, generation));
    }

    private static String key(ProcessInstance opening, String step, int generation) {
        return opening.getBusinessKey() + ":" + step + ":" + generation;
    }

    private String productOrderState(ProcessInstance opening) {
        return asSystem(() -> jdbc.sql("SELECT state FROM ordering.product_order WHERE id = :id")
                .param("id", "PO" + opening.getBusinessKey())
                .query(String.class)
                .single());
    }
}
