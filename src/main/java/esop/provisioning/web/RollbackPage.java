package esop.provisioning.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rollback with its steps, newest first.
 *
 * @param serviceOrderId null where it is about the whole order
 * @param backTo key of the oldest step that is taken back, null where all of them are
 * @param person who asked for it, null for a rule
 * @param state {@code running}, {@code undone}, or {@code incomplete} where a person gave a step up
 */
record RollbackPage(
        String id,
        String orderId,
        @Nullable String serviceOrderId,
        @Nullable String backTo,
        String city,
        String customerId,
        String customerName,
        String reason,
        @Nullable String person,
        @Nullable String personName,
        String state,
        Instant created,
        @Nullable Instant ended,
        List<Item> steps) {

    /**
     * @param key of the step that took effect
     * @param undoneBy the step that takes it back, null where none can
     * @param obstacle why a person must take it back: {@code by-hand}, {@code doubtful} or {@code not-added}
     * @param state {@code waiting}, {@code asked}, {@code undone}, {@code settled} by a person, or {@code left}
     */
    record Item(
            int position,
            String serviceOrderId,
            String product,
            String system,
            String step,
            String key,
            @Nullable String undoneBy,
            @Nullable String obstacle,
            String state,
            Instant happened,
            @Nullable Instant asked,
            @Nullable Instant settled) {}
}
