package esop.sandbox.kernel;

/** How the callbacks of one record behave; decided by the fault that was switched on when it was made. */
public enum Manner {
    NORMAL,
    /** The record goes on, nobody is told. */
    SILENT,
    /** Each callback five times in parallel. */
    DUPLICATE,
    /** The callbacks come at the end, newest state first. */
    REORDERED,
    /** A callback with a state that no state model knows comes before the true one. */
    WRONG_STATE,
    /** All callbacks before the answer to the request. */
    FIRST,
    /** Waits for a person, even when others go on by themselves. */
    BY_HAND
}
