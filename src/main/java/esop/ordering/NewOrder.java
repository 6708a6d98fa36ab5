package esop.ordering;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as somebody enters it; nothing about it has been checked.
 *
 * @param requestedDate {@code yyyy-MM-dd}, the day the customer wants it
 * @param priority 0, the most urgent, to 4; 2 where nothing is said
 * @param contactId the contact with the customer it came from, if known
 * @param templateId the template it was made from, if any
 * @param contact whom to call about it; the customer's first contact where nobody is named
 */
public record NewOrder(
        @Nullable String customerId,
        @Nullable List<@Nullable NewItem> items,
        @Nullable String requestedDate,
        @Nullable Integer priority,
        @Nullable String note,
        @Nullable String contactId,
        @Nullable String templateId,
        @Nullable OrderContact contact) {

    public NewOrder(
            @Nullable String customerId,
            @Nullable List<@Nullable NewItem> items,
            @Nullable String requestedDate,
            @Nullable Integer priority,
            @Nullable String note,
            @Nullable String contactId,
            @Nullable String templateId) {
        this(customerId, items, requestedDate, priority, note, contactId, templateId, null);
    }

    /**
     * @param action {@code add}, {@code modify} or {@code delete}; {@code add} where nothing is said
     * @param subscription which one of the customer's subscriptions to the product it ends; the newest where nothing is said
     */
    public record NewItem(
            @Nullable String offeringId,
            @Nullable String action,
            @Nullable Integer quantity,
            @Nullable Map<String, Object> characteristics,
            @Nullable String subscription) {

        public NewItem(
                @Nullable String offeringId,
                @Nullable String action,
                @Nullable Integer quantity,
                @Nullable Map<String, Object> characteristics) {
            this(offeringId, action, quantity, characteristics, null);
        }
    }
}
