package esop.provisioning.web;

import esop.catalog.ChosenCharacteristic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a partner needs to do the work.
 *
 * @param wantedBy when the customer wants it
 * @param note what was noted at the order's entry
 * @param contact with name and number hidden; {@code POST …/contact} tells them, and that is recorded
 * @param feedback what the partner said last
 * @param review what the sign-off says, for example why it was returned
 * @param signature who signed for the customer
 * @param taskId what the partner's people have to do now, null while it is nobody's turn or its system's
 * @param stop what they are asked to stop, while they have not answered
 */
record PartnerWorkOrderDetail(
        PartnerWorkOrder order,
        List<ChosenCharacteristic> characteristics,
        Instant wantedBy,
        @Nullable String note,
        @Nullable Contact contact,
        @Nullable String feedback,
        @Nullable String review,
        @Nullable String signature,
        @Nullable String taskId,
        @Nullable Stop stop) {

    /**
     * @param kind {@code withdraw}, {@code recall}, or {@code order} where the whole order was withdrawn or given up
     * @param taskId where they answer
     */
    record Stop(String kind, @Nullable String reason, Instant asked, String taskId) {}

    /** Somebody at the customer's. */
    record Contact(
            String name, @Nullable String title, @Nullable String phone) {}
}
