package esop.north;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TMF622 ProductOrder_Create, as far as we understand it; nothing about it has been checked. */
record IncomingOrder(
        @Nullable String externalId,
        @Nullable String priority,
        @Nullable String requestedCompletionDate,
        @Nullable List<@Nullable Note> note,
        @Nullable List<@Nullable Party> relatedParty,
        @Nullable List<@Nullable Item> productOrderItem) {

    record Note(@Nullable String text) {}

    /** @param name of a contact only: whoever else says one has always been known by the id */
    record Party(
            @Nullable String id,
            @Nullable String role,
            @JsonProperty("@referredType") @Nullable String referredType,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String name) {

        Party {
            name = isContact(role) ? name : null;
        }

        static boolean isContact(@Nullable String role) {
            return "contact".equalsIgnoreCase(role);
        }
    }

    /** @param productOrderItem items within this one, which we cannot take */
    record Item(
            @Nullable String id,
            @Nullable String action,
            @Nullable Integer quantity,
            @Nullable Ref productOffering,
            @Nullable Product product,
            @Nullable List<@Nullable Object> productOrderItem) {}

    record Ref(@Nullable String id) {}

    record Product(@Nullable List<@Nullable Value> productCharacteristic) {}

    record Value(@Nullable String name, @Nullable Object value) {}
}
