package esop.provisioning.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a fallout like this one was resolved.
 *
 * @param same the very same kind of trouble, words included; else the same system, step and error class
 * @param resolver who decided; null for a rule
 * @param helped the step did not fall out again afterwards
 */
record SolvedCase(
        String id,
        String orderId,
        String customerName,
        @Nullable String message,
        boolean same,
        String resolution,
        @Nullable String note,
        @Nullable String resolver,
        @Nullable String resolverName,
        @Nullable Instant resolved,
        boolean helped) {}
