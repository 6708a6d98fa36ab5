package esop.sandbox.kernel;

import org.jspecify.annotations.Nullable;

/** Something a system was told without having been asked for anything. */
public record Heard(
        String system,
        String path,
        String event,
        @Nullable String messageId,
        @Nullable String externalId,
        String body) {}
