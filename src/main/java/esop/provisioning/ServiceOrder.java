package esop.provisioning;

import static esop.provisioning.ServiceOrderState.ACKNOWLEDGED;
import static esop.provisioning.ServiceOrderState.CANCELLED;
import static esop.provisioning.ServiceOrderState.COMPLETED;
import static esop.provisioning.ServiceOrderState.FAILED;
import static esop.provisioning.ServiceOrderState.HELD;
import static esop.provisioning.ServiceOrderState.IN_PROGRESS;
import static esop.provisioning.ServiceOrderState.PARTIAL;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 定单: one service to be opened, changed or ended (TMF641, ESOP 6.3.2.1.2). */
class ServiceOrder {

    private NewServiceOrder facts;
    private ServiceOrderState state;
    private @Nullable String path;
    private @Nullable String message;
    private final long revision;

    ServiceOrder(
            NewServiceOrder facts,
            ServiceOrderState state,
            @Nullable String path,
            @Nullable String message,
            long revision) {
        this.facts = facts;
        this.state = state;
        this.path = path;
        this.message = message;
        this.revision = revision;
    }

    void begin() {
        require(ACKNOWLEDGED);
        state = IN_PROGRESS;
    }

    void take(String path) {
        require(IN_PROGRESS);
        this.path = path;
    }

    /** A step has failed; what failed is the message. */
    void hold(String reason) {
        require(IN_PROGRESS, HELD);
        state = HELD;
        message = reason;
    }

    void resume() {
        require(HELD);
        state = IN_PROGRESS;
        message = null;
    }

    /** Other characteristics than ordered, because with those it could not be done. */
    void correct(Map<String, Object> characteristics) {
        require(HELD);
        facts = facts.with(characteristics);
    }

    void cancel(@Nullable String reason) {
        require(ACKNOWLEDGED);
        state = CANCELLED;
        message = reason;
    }

    /** Its product order is withdrawn. */
    void withdraw(String reason) {
        require(ACKNOWLEDGED, IN_PROGRESS, HELD);
        state = CANCELLED;
        message = reason;
    }

    /** It was rolled back and is opened anew as another one. */
    void replace(String by) {
        require(IN_PROGRESS, HELD);
        state = CANCELLED;
        message = by;
    }

    void complete() {
        require(IN_PROGRESS);
        state = COMPLETED;
        message = null;
    }

    /** @param reason why not all of it, null where that stands there since it was held */
    void completeInPart(@Nullable String reason) {
        require(IN_PROGRESS, HELD);
        state = PARTIAL;
        message = reason == null ? message : reason;
    }

    void fail(@Nullable String reason) {
        require(IN_PROGRESS, HELD);
        state = FAILED;
        message = reason;
    }

    /** What it had opened was rolled back after it had ended, all of it or a part; one that had opened nothing stays as it is. */
    void takenBack(boolean inPart) {
        if (state == COMPLETED || state == PARTIAL) {
            state = inPart ? PARTIAL : CANCELLED;
        }
    }

    NewServiceOrder facts() {
        return facts;
    }

    String id() {
        return facts.id();
    }

    ServiceOrderState state() {
        return state;
    }

    @Nullable
    String path() {
        return path;
    }

    @Nullable
    String message() {
        return message;
    }

    long revision() {
        return revision;
    }

    private void require(ServiceOrderState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new IllegalStateException("Service order " + id() + " is " + state.word());
        }
    }
}
