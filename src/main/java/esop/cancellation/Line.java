package esop.cancellation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One subscription that is to end, and what ending it early costs.
 *
 * @param since the day it began
 * @param bound what binds the customer to it; null where no agreement does
 * @param ended whether it has been ended
 */
public record Line(
        String subscription,
        String product,
        String productName,
        String productNameEn,
        LocalDate since,
        @Nullable Bound bound,
        boolean ended) {

    /**
     * Months left × monthly fee × share.
     *
     * @param agreementRevision of the agreement when this was computed
     * @param until the first day on which the customer may leave freely
     * @param monthly what was agreed a month, after the discount, in yuan
     * @param monthsUsed full ones
     * @param monthsLeft one that has begun counts; at most as many as the table lets count
     * @param share of the fees that are left, from 0 to 1
     * @param basis the rule that said so
     */
    public record Bound(
            String opportunityId,
            String agreement,
            int agreementRevision,
            LocalDate until,
            BigDecimal monthly,
            int monthsUsed,
            int monthsLeft,
            BigDecimal share,
            String basis,
            String basisEn,
            BigDecimal penalty) {}

    @JsonIgnore
    public boolean isStillBound() {
        return bound != null && bound.monthsLeft() > 0;
    }

    @JsonIgnore
    public BigDecimal penalty() {
        return bound == null ? BigDecimal.ZERO : bound.penalty();
    }

    Line ended(boolean now) {
        return new Line(subscription, product, productName, productNameEn, since, bound, now);
    }
}
