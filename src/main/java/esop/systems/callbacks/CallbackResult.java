package esop.systems.callbacks;

import org.jspecify.annotations.Nullable;

/**
 * What became of a callback.
 *
 * @param reason why it was parked or refused, in one word
 */
record CallbackResult(State state, @Nullable String reason, int status) {

    enum State {
        APPLIED,
        REPEATED,
        PARKED,
        REFUSED
    }

    static CallbackResult applied() {
        return new CallbackResult(State.APPLIED, null, 200);
    }

    static CallbackResult repeated() {
        return new CallbackResult(State.REPEATED, null, 200);
    }

    static CallbackResult parked(String reason) {
        return new CallbackResult(State.PARKED, reason, 202);
    }

    static CallbackResult refused(String reason, int status) {
        return new CallbackResult(State.REFUSED, reason, status);
    }
}
