package esop.opportunity;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with the customer (合同, TMF651, ESOP 6.3.1.2).
 *
 * @param state {@code draft}, {@code submitted}, {@code approved} or {@code refused}
 * @param inForce once the opportunity has become an order
 * @param boundUntil the first day on which the customer may leave freely, where that is not as each product says
 * @param penaltyShare agreed share of what is left of the fees, from 0 to 1; by the table {@code cancellation-penalty} where nothing is agreed
 * @param revision grows with each change
 * @param ended the day it was closed before its time
 */
public record Agreement(
        String number,
        String customerParty,
        String ourParty,
        LocalDate starts,
        LocalDate ends,
        @Nullable LocalDate signed,
        String state,
        boolean inForce,
        @Nullable String note,
        @Nullable LocalDate boundUntil,
        @Nullable BigDecimal penaltyShare,
        int revision,
        @Nullable LocalDate ended) {

    Agreement in(String newState) {
        return copy(newState, inForce, terms(), ended);
    }

    Agreement inForceNow() {
        return copy(state, true, terms(), ended);
    }

    Agreement with(Terms changed) {
        return copy(state, inForce, changed, ended);
    }

    Agreement closed(LocalDate day) {
        return copy(state, inForce, terms(), day);
    }

    private Terms terms() {
        return new Terms(ends, boundUntil, penaltyShare);
    }

    private Agreement copy(String itsState, boolean isInForce, Terms its, @Nullable LocalDate itsEnd) {
        return new Agreement(
                number,
                customerParty,
                ourParty,
                starts,
                its.ends(),
                signed,
                itsState,
                isInForce,
                note,
                its.boundUntil(),
                its.penaltyShare(),
                revision,
                itsEnd);
    }

    /** What may change while it is in force: it is prolonged, or its bounds are. */
    record Terms(
            LocalDate ends,
            @Nullable LocalDate boundUntil,
            @Nullable BigDecimal penaltyShare) {}

    /** As somebody enters it; nothing about it has been checked. */
    public record Wish(
            @Nullable String number,
            @Nullable String customerParty,
            @Nullable String ourParty,
            @Nullable String starts,
            @Nullable String ends,
            @Nullable String signed,
            @Nullable String note,
            @Nullable String boundUntil,
            @Nullable BigDecimal penaltyShare,
            @Nullable Integer revision) {}
}
