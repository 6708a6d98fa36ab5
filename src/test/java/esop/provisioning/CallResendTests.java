package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import esop.Caller;
import esop.EsopTest;
import esop.systems.Step;
import esop.systems.StepAnswered.State;
import esop.systems.calls.CallScene;
import esop.systems.calls.CallState;
import esop.systems.productordering.ProductOrderMirror;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Calls that were given up and lie in no fallout. */
@EsopTest
class CallResendTests extends CallScene {

    private final Caller operations = Caller.as("operations.nanjing");

    @Autowired
    private ProductOrderMirror mirror;

    @Test
    void whatWasRefusedGoesOutAgainUnderItsKeyAndTakesEffectOnce() {
        givenUp();
        sandbox.heal();

        assertThat(again(operations, step)).containsExactly("queued");

        awaitCall(step, CallState.DONE);
        assertThat(sandbox.applied(step.key())).isOne();
        assertThat(states()).containsExactly(State.REJECTED, State.COMPLETED);
        assertThat(again(operations, step)).containsExactly("not-given-up");
        var audited = Caller.as("admin").get("/api/audit?subject=call/" + step.key());
        assertThat(audited.body()).contains("call.resend").contains("CRM 已修复");
    }

    @Test
    void whatIsRefusedOnceMoreIsSeenGivenUpOnceMore() {
        givenUp();

        assertThat(again(operations, step)).containsExactly("queued");

        await().atMost(SOON).until(() -> sandbox.ledger(step.key()).size() == 2);
        awaitCall(step, CallState.DEAD);
        assertThat(sandbox.applied(step.key())).isZero();
    }

    /** Injection point: the system applies it, answers nothing we understand, and does not tell for a while. */
    @Test
    void whatMayHaveArrivedIsAskedForFirst() {
        policy("*", 1, "PT0.1S");
        sandbox.breaks("boss", "error500", Map.of("apply", true));
        activate(step);
        awaitCall(step, CallState.DEAD);
        sandbox.heal();

        assertThat(again(operations, step)).containsExactly("queued");

        awaitCall(step, CallState.DONE);
        assertThat(sandbox.ledger(step.key())).as("sent once").hasSize(1);
    }

    @Test
    void olderNewsDoNotSetBackWhatIsKnownSince() {
        policy("*", 1, "PT0.1S");
        sandbox.breaks("crm", "refuse", Map.of("operation", "productOrder.create", "times", 1));
        tell(step, "acknowledged");
        awaitCall(step, CallState.DEAD);
        var later = Step.of(aggregate, "mirror-completed");
        tell(later, "completed");
        awaitCall(later, CallState.DONE);

        assertThat(again(operations, step)).containsExactly("overtaken");
        assertThat(call(step).state()).isEqualTo("DEAD");
    }

    @Test
    void onlyTheCitysOwnPeopleSendAgain() {
        givenUp();

        assertThat(post(Caller.as("operations.suzhou"), step).status()).isEqualTo(422);
        assertThat(again(Caller.as("admin"), step)).containsExactly("not-yours");
        assertThat(post(Caller.as("account-manager.nanjing"), step).status()).isEqualTo(403);
        assertThat(operations.post("/api/calls/again", Map.of()).status()).isEqualTo(400);
        assertThat(call(step).state()).isEqualTo("DEAD");
    }

    private void givenUp() {
        policy("*", 1, "PT0.1S");
        sandbox.breaks("boss", "refuse", Map.of());
        activate(step);
        awaitCall(step, CallState.DEAD);
    }

    private void tell(Step news, String state) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("@type", "ProductOrder")
                .put("state", state);
        body.putArray("productOrderItem").addObject().put("id", "1").put("action", "add");
        inTransaction(() -> mirror.mirror(news, NANJING, aggregate, body));
    }

    private static Caller.Answer post(Caller caller, Step step) {
        return caller.post("/api/calls/again", Map.of("keys", List.of(step.key()), "note", "CRM 已修复"));
    }

    private static List<String> again(Caller caller, Step step) {
        var answer = post(caller, step);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(one -> one.get("outcome").asText())
                .toList();
    }
}
