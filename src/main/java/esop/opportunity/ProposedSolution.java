package esop.opportunity;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A solution as somebody enters it; nothing about it has been checked. What is left out, the catalogue says. */
public record ProposedSolution(
        @Nullable List<@Nullable Line> items,
        @Nullable String note,
        @Nullable Integer revision) {

    /**
     * @param discount percent
     * @param months for how long the customer binds itself
     */
    public record Line(
            @Nullable String offeringId,
            @Nullable Integer quantity,
            @Nullable BigDecimal oneTime,
            @Nullable BigDecimal recurring,
            @Nullable BigDecimal discount,
            @Nullable Integer months) {}
}
