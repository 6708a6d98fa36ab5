package esop.provisioning;

import esop.provisioning.WorkOrderAction.Kind;
import esop.systems.ErrorClass;
import esop.systems.Step;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One effect asked of a backing system, and what is known of it.
 *
 * @param state what the system said last, null while nothing is known
 * @param asked when proof was last asked for
 * @param heard when the system last said something
 */
record RequestedStep(
        Step step,
        String serviceOrderId,
        @Nullable String workOrderId,
        String system,
        String city,
        @Nullable State state,
        @Nullable Source source,
        @Nullable String errorClass,
        @Nullable String message,
        @Nullable Instant asked,
        @Nullable Instant heard) {

    private static final String WITHDRAWN = "withdrawn";
    private static final String RECALLED = "recalled";
    private static final String PARTIAL = ErrorClass.PARTIAL.code();

    static RequestedStep of(
            Step step, String serviceOrderId, @Nullable String workOrderId, String system, String city) {
        return new RequestedStep(step, serviceOrderId, workOrderId, system, city, null, null, null, null, null, null);
    }

    /** A done step stays done, whatever comes later. */
    boolean isDone() {
        return state == State.COMPLETED;
    }

    /** Nobody can say whether it took effect: to send it again would perhaps do it twice. */
    boolean isUncertain() {
        return state == null || !state.isFinal() || state == State.UNREACHABLE;
    }

    boolean isAnswered() {
        return state != null && state.isFinal();
    }

    /** People were asked, and have not answered. */
    boolean isLeftToPeople() {
        return system.equals(Partner.PEOPLE) && !isAnswered();
    }

    /** Whether the other was heard of since: what this one did before is no answer to it. */
    boolean precedes(Optional<RequestedStep> other) {
        return heard != null
                && other.map(RequestedStep::heard).filter(heard::isBefore).isPresent();
    }

    RequestedStep hear(StepAnswered answer, Instant now) {
        return new RequestedStep(
                step,
                serviceOrderId,
                workOrderId,
                system,
                city,
                answer.state(),
                answer.source(),
                answer.errorClass(),
                answer.message(),
                asked,
                now);
    }

    /** The unit has stopped because it was asked to; fallout-policy speaks of it as {@code withdrawn} or {@code recalled}. */
    RequestedStep stopped(Kind kind, String reason) {
        var why = kind == Kind.RECALL ? RECALLED : WITHDRAWN;
        return new RequestedStep(
                step, serviceOrderId, workOrderId, system, city, State.CANCELLED, source, why, reason, asked, heard);
    }

    boolean isStopped() {
        return state == State.CANCELLED && (isRecalled() || WITHDRAWN.equals(errorClass));
    }

    boolean isRecalled() {
        return state == State.CANCELLED && RECALLED.equals(errorClass);
    }

    /** Nothing was sent, and nothing will be. */
    RequestedStep dropped() {
        return new RequestedStep(
                step,
                serviceOrderId,
                workOrderId,
                system,
                city,
                State.UNKNOWN,
                source,
                errorClass,
                message,
                asked,
                heard);
    }

    /** Proof is asked for; what was known before counts no longer. */
    RequestedStep ask(Instant now) {
        return new RequestedStep(
                step, serviceOrderId, workOrderId, system, city, null, source, null, message, now, heard);
    }

    /** The word of the models: {@code done}, {@code partial}, {@code failed}, {@code refused}, {@code cancelled}, {@code unreachable}, {@code unknown}, {@code silent}. */
    String outcome() {
        if (state == null) {
            return "silent";
        }
        return switch (state) {
            case COMPLETED -> "done";
            case FAILED -> PARTIAL.equals(errorClass) ? PARTIAL : "failed";
            case REJECTED -> "refused";
            case CANCELLED -> "cancelled";
            case UNREACHABLE -> "unreachable";
            case UNKNOWN -> "unknown";
            case ACKNOWLEDGED, IN_PROGRESS, HELD -> "silent";
        };
    }

    /** The word that fallout-policy speaks of: the system's own class, or what kind of answer it was. */
    String trouble() {
        if (isAnswered()) {
            return errorClass == null ? outcome() : errorClass;
        }
        return state == null ? "silent" : "overdue";
    }
}
