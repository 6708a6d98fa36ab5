package esop.systems;

/** What a resend rule says of a step whose calls are used up. */
public enum Afterwards {
    /** Fallout and its policy decide, which mostly asks a person. */
    MANUAL,
    /** What the service order has done is rolled back; where a step cannot be, fallout and its policy decide. */
    ROLLBACK,
    /** It is given up. */
    ABORT
}
