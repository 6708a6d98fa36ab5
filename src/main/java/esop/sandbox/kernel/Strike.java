package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.fault.Fault;
import esop.sandbox.fault.FaultMode;
import org.jspecify.annotations.Nullable;

/** What a fault means for the request it struck. */
final class Strike {

    private Strike() {}

    static Manner manner(@Nullable Fault fault) {
        return fault == null
                ? Manner.NORMAL
                : switch (fault.mode()) {
                    case SILENT -> Manner.SILENT;
                    case DUPLICATE_CALLBACK -> Manner.DUPLICATE;
                    case REORDER_CALLBACKS -> Manner.REORDERED;
                    case WRONG_STATE -> Manner.WRONG_STATE;
                    case CALLBACK_FIRST -> Manner.FIRST;
                    case BY_HAND -> Manner.BY_HAND;
                    default -> Manner.NORMAL;
                };
    }

    /** What answers at once calls back only where the switch is about callbacks. */
    static boolean callsBackAtOnce(@Nullable Fault fault) {
        return manner(fault) != Manner.NORMAL && manner(fault) != Manner.BY_HAND;
    }

    /** The status the caller gets to see; null where it sees none. */
    static @Nullable Integer status(@Nullable Fault fault, Answer answer) {
        return fault == null
                ? Integer.valueOf(answer.status())
                : switch (fault.mode()) {
                    case TIMEOUT_BEFORE, TIMEOUT_AFTER, RESET -> null;
                    case GARBAGE -> 200;
                    case ERROR500, REFUSE -> instead(fault).status();
                    default -> answer.status();
                };
    }

    /**
     * The answer the caller gets to see: the failure, whatever was applied behind it; or a state that does not exist, where
     * the state is known at once and so no callback could carry it.
     */
    static Answer seen(@Nullable Fault fault, @Nullable TmfResource resource, Handled handled) {
        var answer = handled.answer();
        if (fault == null || resource == null) {
            return answer;
        }
        if (fault.mode() == FaultMode.ERROR500 || fault.mode() == FaultMode.REFUSE) {
            return instead(fault);
        }
        var lifecycle = resource.lifecycle();
        if (fault.mode() == FaultMode.WRONG_STATE
                && handled.record() != null
                && lifecycle.isSettled(handled.record().state())
                && answer.body() instanceof ObjectNode body) {
            var wrong = body.deepCopy().put(lifecycle.field(), Announcements.NO_SUCH_STATE);
            return new Answer(answer.status(), wrong, answer.headers());
        }
        return answer;
    }

    /** The answer instead of an effect. */
    static Answer instead(Fault fault) {
        return fault.mode() == FaultMode.REFUSE
                ? Answer.error(422, "refused", "the system refuses this request (fault switch)")
                : Answer.error(
                        500,
                        "internalError",
                        "the system failed (fault switch " + fault.mode().word() + ")");
    }
}
