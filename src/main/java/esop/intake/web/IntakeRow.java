package esop.intake.web;

import esop.intake.Channel;
import esop.intake.IntakeKind;
import esop.intake.IntakeState;
import esop.intake.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An intake in a list.
 *
 * @param contact 接触渠道, {@code handling} 办理渠道, {@code collaborating} 协同渠道 while it is asked to help
 * @param waitsAt where it is now: {@code contact}, {@code matching}, {@code handling}, {@code collaboration} or {@code ended}
 * @param holder who has its open task, {@code holderName} their name; nobody while it lies with the channel
 * @param due of its open task
 * @param mine whether the reader has something to do for it now
 * @param returns how often it was given back
 * @param told when the customer was told of the pre-intake
 */
record IntakeRow(
        String id,
        IntakeKind kind,
        IntakeState state,
        @Nullable String customerId,
        String customerName,
        String city,
        List<Product> products,
        String need,
        Channel contact,
        Channel handling,
        @Nullable Channel collaborating,
        String waitsAt,
        @Nullable String holder,
        @Nullable String holderName,
        @Nullable Instant due,
        boolean mine,
        int returns,
        @Nullable Instant told,
        Instant created,
        String createdByName,
        @Nullable Instant ended,
        @Nullable Outcome outcome,
        @Nullable String orderId,
        @Nullable String opportunityId,
        int revision) {

    record Product(String offeringId, String name, String nameEn) {}
}
