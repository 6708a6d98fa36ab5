package esop.systems.calls;

import esop.systems.ErrorClass;
import esop.systems.StepAnswered.State;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What TM Forum's state words mean for a step. */
public final class TmfStates {

    private TmfStates() {}

    /** Orders of TMF622, 641 and 652. */
    public static Optional<State> ofOrder(String word) {
        return Optional.ofNullable(
                switch (word) {
                    case "acknowledged", "pending" -> State.ACKNOWLEDGED;
                    case "inProgress", "assessingCancellation", "pendingCancellation" -> State.IN_PROGRESS;
                    case "held" -> State.HELD;
                    case "completed" -> State.COMPLETED;
                    case "failed", "partial" -> State.FAILED;
                    case "rejected" -> State.REJECTED;
                    case "cancelled" -> State.CANCELLED;
                    default -> null;
                });
    }

    /** Tasks, for example those that withdraw an order of TMF622, 641 and 652, which is refused by whoever has begun. */
    public static Optional<State> ofTask(String word) {
        return Optional.ofNullable(
                switch (word) {
                    case "accepted" -> State.ACKNOWLEDGED;
                    case "inProgress" -> State.IN_PROGRESS;
                    case "done" -> State.COMPLETED;
                    case "terminatedWithError" -> State.REJECTED;
                    default -> null;
                });
    }

    /** Services of TMF640: done when the service has the state that was asked for. */
    public static Optional<State> ofService(String word, String wanted) {
        if (word.equals(wanted)) {
            return Optional.of(State.COMPLETED);
        }
        return Optional.ofNullable(
                switch (word) {
                    case "feasibilityChecked", "designed", "reserved" -> State.IN_PROGRESS;
                    case "active", "inactive", "terminated" ->
                        "active".equals(wanted) && word.equals("inactive") ? State.IN_PROGRESS : State.FAILED;
                    default -> null;
                });
    }

    /** Monitors of TMF640, by which a service that takes its time is followed. */
    public static Optional<State> ofMonitor(String word) {
        return Optional.ofNullable(
                switch (word) {
                    case "InProgress", "inProgress" -> State.IN_PROGRESS;
                    case "Completed", "completed" -> State.COMPLETED;
                    case "Failed", "failed" -> State.FAILED;
                    default -> null;
                });
    }

    /** Reservations of TMF685, whose state is free text in the description: these are the words we know. */
    public static Optional<State> ofReservation(String word, boolean release) {
        return Optional.ofNullable(
                switch (word) {
                    case "acknowledged", "initial" -> State.ACKNOWLEDGED;
                    case "inProgress", "pending" -> State.IN_PROGRESS;
                    case "completed", "reserved", "confirmed" -> release ? State.IN_PROGRESS : State.COMPLETED;
                    case "released", "cancelled" -> release ? State.COMPLETED : State.CANCELLED;
                    case "rejected" -> State.REJECTED;
                    case "failed" -> State.FAILED;
                    default -> null;
                });
    }

    /** Appointments of TMF646; one that fails before anybody has come was refused. */
    public static Optional<State> ofAppointment(String word, boolean calledOff) {
        return Optional.ofNullable(
                switch (word) {
                    case "initialized" -> State.ACKNOWLEDGED;
                    case "confirmed" -> calledOff ? State.IN_PROGRESS : State.COMPLETED;
                    case "completed" -> calledOff ? State.REJECTED : State.COMPLETED;
                    case "cancelled" -> calledOff ? State.COMPLETED : State.CANCELLED;
                    case "failed" -> calledOff ? State.COMPLETED : State.REJECTED;
                    default -> null;
                });
    }

    /** Messages of TMF681. */
    public static Optional<State> ofMessage(String word) {
        return Optional.ofNullable(
                switch (word) {
                    case "initial" -> State.ACKNOWLEDGED;
                    case "inProgress" -> State.IN_PROGRESS;
                    case "completed" -> State.COMPLETED;
                    case "cancelled" -> State.CANCELLED;
                    case "failed" -> State.FAILED;
                    default -> null;
                });
    }

    public static @Nullable ErrorClass errorClass(State state, String word) {
        return switch (state) {
            case FAILED -> word.equals("partial") ? ErrorClass.PARTIAL : ErrorClass.FAILED;
            case REJECTED -> ErrorClass.REFUSED;
            default -> null;
        };
    }
}
