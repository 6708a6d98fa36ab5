package esop.provisioning.web;

import esop.systems.SystemHealth.Health;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open fallouts of the same kind of trouble.
 *
 * @param message their words, with {@code #} for what differs
 * @param late how many of them are past their due time
 * @param customerCount how many customers wait because of them
 * @param customers the names of some of them
 * @param solved how many of the same kind were resolved before
 * @param health of the system that would be asked again
 * @param run the run that is sending some of them again
 */
record FalloutGroup(
        String fingerprint,
        String system,
        String step,
        String errorClass,
        String message,
        long count,
        long late,
        Instant oldest,
        long customerCount,
        List<String> customers,
        long solved,
        Health health,
        @Nullable String run) {}
