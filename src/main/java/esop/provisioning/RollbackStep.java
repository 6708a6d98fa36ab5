package esop.provisioning;

import esop.systems.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One effect that a rollback takes back.
 *
 * @param position 1 is the newest
 * @param step what took effect
 * @param undoneBy the step that takes it back, null where none can
 * @param obstacle why a person must take it back: {@code by-hand}, {@code doubtful} or {@code not-added}
 * @param state {@code waiting}, {@code asked}, {@code undone}, {@code settled} by a person, or {@code left}
 */
record RollbackStep(
        int position,
        String serviceOrderId,
        String city,
        String system,
        String product,
        Step step,
        @Nullable String undoneBy,
        @Nullable String obstacle,
        Instant happened,
        String state) {}
