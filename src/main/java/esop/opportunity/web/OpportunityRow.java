package esop.opportunity.web;

import esop.opportunity.OpportunityState;
import esop.opportunity.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity in a list or as a card.
 *
 * @param source the contact channel; {@code executing} and {@code collaborating} the others, by role or partner
 * @param age {@code fresh}, {@code aging} or {@code over}
 * @param ageDays working days at its stage
 * @param agreementEnds of an agreement in force
 * @param waitsAt where it is now: {@code stage}, {@code dispatch}, {@code collaboration}, {@code approval} or {@code ended}
 * @param mine whether the reader may work on it
 */
record OpportunityRow(
        String id,
        String name,
        OpportunityState state,
        @Nullable Stage stage,
        boolean quick,
        @Nullable String customerId,
        String customerName,
        @Nullable String customerLevel,
        String city,
        @Nullable String industry,
        String source,
        @Nullable String executing,
        @Nullable String collaborating,
        @Nullable String owner,
        @Nullable String ownerName,
        @Nullable String ownerGroup,
        BigDecimal expectedRevenue,
        @Nullable LocalDate deadline,
        List<Product> products,
        String age,
        int ageDays,
        @Nullable Instant stageSince,
        Instant created,
        String createdByName,
        @Nullable Instant ended,
        @Nullable String orderId,
        @Nullable LocalDate agreementEnds,
        String waitsAt,
        boolean mine,
        int revision) {

    record Product(String offeringId, String name, String nameEn) {}
}
