package esop.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * What has really become of a step that was sent again.
 *
 * @param state {@code fixed} only once the system says so, or its service order goes on where no system was asked, {@code failed-again} once a new fallout says so, else {@code unknown}
 * @param accepted the system has taken up work that takes its time
 * @param message the words of the new failure
 */
record ResendTruth(String state, boolean accepted, @Nullable String message) {

    boolean isKnown() {
        return !state.equals("unknown");
    }
}
