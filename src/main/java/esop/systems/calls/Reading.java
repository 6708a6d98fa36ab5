package esop.systems.calls;

import esop.systems.ErrorClass;
import esop.systems.StepAnswered.State;
import org.jspecify.annotations.Nullable;

/**
 * What a resource of a system says about a call.
 *
 * @param externalId the resource's id at the system
 * @param message the system's own words
 */
public record Reading(
        State state,
        @Nullable String externalId,
        @Nullable ErrorClass errorClass,
        @Nullable String message) {}
