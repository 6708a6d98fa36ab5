package esop.provisioning;

/** TMF641 words for what becomes of a service order. */
enum ServiceOrderState {
    /** Recorded; its turn has not come. */
    ACKNOWLEDGED("acknowledged"),
    /** Its path runs. */
    IN_PROGRESS("inProgress"),
    /** A step has failed and somebody or a rule decides what to do. */
    HELD("held"),
    /** The service is as ordered. */
    COMPLETED("completed"),
    /** A part of the service is as ordered, and stays. */
    PARTIAL("partial"),
    /** Given up. */
    FAILED("failed"),
    /** Ended before it began, because one it depends on did not succeed, or withdrawn, or taken back after it had ended. */
    CANCELLED("cancelled");

    private final String word;

    ServiceOrderState(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean isFinal() {
        return this == COMPLETED || this == PARTIAL || this == FAILED || this == CANCELLED;
    }

    static ServiceOrderState of(String word) {
        for (var state : values()) {
            if (state.word.equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
