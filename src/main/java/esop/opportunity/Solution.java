package esop.opportunity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is offered to the customer: products with quantities, prices and discounts (ESOP 6.1.1, 6.3.1.1). */
public record Solution(List<Item> items, @Nullable String note) {

    static final Solution NONE = new Solution(List.of(), null);

    /**
     * One product of it.
     *
     * @param oneTime price once, in yuan and for one piece
     * @param recurring price a month
     * @param discount percent off both
     * @param months for how long the customer binds itself
     */
    public record Item(
            String offeringId,
            String name,
            String nameEn,
            int quantity,
            BigDecimal oneTime,
            BigDecimal recurring,
            BigDecimal discount,
            int months) {

        /** What it brings over its months, after the discount. */
        @JsonIgnore
        public BigDecimal value() {
            return oneTime.add(recurring.multiply(BigDecimal.valueOf(months)))
                    .multiply(BigDecimal.valueOf(quantity))
                    .multiply(BigDecimal.valueOf(100).subtract(discount))
                    .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        }
    }

    @JsonIgnore
    public BigDecimal value() {
        return items.stream().map(Item::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @JsonIgnore
    public BigDecimal largestDiscount() {
        return items.stream().map(Item::discount).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }
}
