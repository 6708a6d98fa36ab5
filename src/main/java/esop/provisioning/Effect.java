package esop.provisioning;

import esop.systems.Step;
import java.time.Instant;

/**
 * What an order has done, or may have done, at a backing system.
 *
 * @param action of the service order: {@code add}, {@code modify} or {@code delete}
 * @param certainty {@code done}, {@code running} as long as the system has not ended it, {@code doubtful}, or {@code by-hand} where a person says that it was done outside
 */
record Effect(
        Step step,
        String serviceOrderId,
        String city,
        String system,
        String product,
        String action,
        String certainty,
        Instant happened) {}
