package esop.north;

import esop.ordering.ProductOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How another system speaks of an order it placed.
 *
 * @param api by which it was placed
 * @param client sign-on name of who placed it
 * @param externalId the number this client knows it by
 * @param content fingerprint of what was ordered
 * @param itemIds this client's numbers of the items, in their order
 */
record ReceivedOrder(
        String orderId,
        String city,
        Api api,
        String client,
        @Nullable String externalId,
        String content,
        List<String> itemIds) {

    /** Their number of an item; what was added to the order later has only ours. */
    String itemId(int position, ProductOrder.Item item) {
        return position < itemIds.size() ? itemIds.get(position) : item.id();
    }
}
