package esop.systems.calls;

import java.util.Set;

/** Where a call is. */
public enum CallState {
    /** Recorded, never sent. */
    NEW,
    /** A worker holds it and may be sending it. */
    SENDING,
    /** The system has it: the effect exists or is being worked on. */
    DONE,
    /** It did not arrive and goes out again. */
    RETRY,
    /** No answer, so nobody knows: the system is asked before anything else happens. */
    UNKNOWN,
    /** No effect, or none that we know of, and no further attempt. */
    DEAD,
    /** Taken back before it left, or stopped by the system at our request. */
    CANCELLED;

    static final Set<CallState> OPEN = Set.of(NEW, SENDING, RETRY, UNKNOWN);

    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
