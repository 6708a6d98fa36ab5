package esop.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What opportunities of an industry or with a product begin with (商机模板, ESOP 6.3.1.2).
 *
 * @param revenue expected, where nothing else is said
 * @param deadlineDays from the day of entry on
 * @param requiredFacts what must be known besides what the table {@code opportunity-gate} asks for
 */
public record OpportunityTemplate(
        String id,
        String city,
        String name,
        @Nullable String industry,
        @Nullable String offeringId,
        @Nullable String need,
        @Nullable BigDecimal revenue,
        @Nullable Integer deadlineDays,
        List<String> requiredFacts,
        String owner,
        String ownerName,
        Instant changed,
        int revision) {

    /** As somebody wants it; nothing about it has been checked. */
    public record Wish(
            @Nullable String city,
            @Nullable String name,
            @Nullable String industry,
            @Nullable String offeringId,
            @Nullable String need,
            @Nullable BigDecimal revenue,
            @Nullable Integer deadlineDays,
            @Nullable List<@Nullable String> requiredFacts,
            @Nullable Integer revision) {}
}
