package esop.intake;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of an intake's timeline.
 *
 * @param kind for example {@code intake.pre-accepted}
 * @param params what the sentence names
 */
public record IntakeEvent(
        String intakeId, Instant at, String kind, @Nullable String actor, Map<String, String> params) {}
