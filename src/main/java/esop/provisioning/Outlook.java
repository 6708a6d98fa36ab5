package esop.provisioning;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 单位预告: what a unit says of the work it has in hand besides its state (TMF641).
 *
 * @param expected when it expects to be done, where that is not the date it was asked for
 * @param alert what endangers the work, in its own words
 * @param milestone what it has reached
 */
public record Outlook(
        @Nullable Instant expected,
        @Nullable String alert,
        @Nullable Instant alerted,
        @Nullable String milestone) {

    static final Outlook NONE = new Outlook(null, null, null, null);

    /** What a unit does not speak of stays as it was. */
    Outlook hear(@Nullable Instant newExpected, @Nullable String newAlert, @Nullable String newMilestone, Instant now) {
        var isNew = newAlert != null && !newAlert.equals(alert);
        return new Outlook(
                Optional.ofNullable(newExpected).orElse(expected),
                isNew ? newAlert : alert,
                isNew ? now : alerted,
                Optional.ofNullable(newMilestone).orElse(milestone));
    }
}
