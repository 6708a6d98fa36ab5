package esop.opportunity;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of an opportunity's timeline.
 *
 * @param kind for example {@code opportunity.created}
 * @param params what the sentence names
 */
public record OpportunityEvent(
        String opportunityId,
        Instant at,
        String kind,
        @Nullable String actor,
        Map<String, String> params) {}
