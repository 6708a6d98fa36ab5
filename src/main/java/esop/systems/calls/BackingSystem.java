package esop.systems.calls;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A system as configured now: its row in {@code backing_system}, with what the settings say on top.
 *
 * @param client whose listener it is; null for a backing system
 */
public record BackingSystem(
        String id,
        String name,
        String nameEn,
        String url,
        Duration timeout,
        int bulkhead,
        boolean supportsProof,
        boolean supportsIdempotency,
        @Nullable String client) {}
