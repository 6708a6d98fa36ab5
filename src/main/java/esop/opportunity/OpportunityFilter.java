package esop.opportunity;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which opportunities a list, a board or an export shows, of those in the data scope.
 *
 * @param agreementEndsBy only those with an agreement in force that ends on this day or earlier
 * @param person whose: they own it, entered it, or their group has it; null for everybody's
 * @param groups of that person
 * @param age {@code aging} or {@code over}
 */
public record OpportunityFilter(
        @Nullable String text,
        Set<OpportunityState> states,
        Set<Stage> stages,
        @Nullable String city,
        @Nullable String product,
        @Nullable String source,
        @Nullable String customerId,
        @Nullable String owner,
        @Nullable String age,
        @Nullable LocalDate agreementEndsBy,
        @Nullable String person,
        Set<String> groups) {}
