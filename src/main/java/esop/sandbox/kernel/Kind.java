package esop.sandbox.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What a resource is and where it lives.
 *
 * @param api the API's base after {@code /tmf-api/}, for example {@code resourceOrdering/v4}
 * @param name as in the address, for example {@code resourceOrder}
 * @param rules file under {@code sandbox/rules}, or null where TM Forum has no rule for requests
 */
public record Kind(
        BackingSystem system,
        String api,
        String name,
        String label,
        String labelEn,
        String idPrefix,
        @Nullable String rules) {}
