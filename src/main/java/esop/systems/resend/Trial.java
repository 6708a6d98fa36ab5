package esop.systems.resend;

import esop.systems.Afterwards;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would happen next after a failure.
 *
 * @param rule id of the rule that decides, 0 for the draft; null where none is asked
 * @param next {@code resend}, {@code prove} (asked first whether it has arrived), {@code when-told} (the system says when) or
 *     {@code fallout}
 * @param why {@code final} (the system's last word), {@code used-up}, or null
 * @param afterwards what the rule says then, where the attempts are used up
 * @param waits before each further attempt
 */
record Trial(
        @Nullable Long rule,
        String next,
        @Nullable String why,
        @Nullable Afterwards afterwards,
        List<Wait> waits) {

    /**
     * @param attempt the how-many-th it would be
     * @param atLeast ISO 8601, as is atMost
     */
    record Wait(int attempt, String atLeast, String atMost) {}
}
