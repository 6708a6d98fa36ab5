package esop.systems.calls;

import java.time.Duration;

/** A system as configured now: its row in {@code backing_system}, with what the settings say on top. */
public record BackingSystem(
        String id,
        String name,
        String nameEn,
        String url,
        Duration timeout,
        int bulkhead,
        boolean supportsProof,
        boolean supportsIdempotency) {}
