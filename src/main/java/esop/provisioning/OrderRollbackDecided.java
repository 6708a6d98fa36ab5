package esop.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * A fallout ends a whole order: it is to be stopped, and everything that was done for it taken back.
 *
 * @param person who decided so, null for a rule
 */
public record OrderRollbackDecided(
        String productOrderId, String reason, @Nullable String person) {}
