package esop.north;

import esop.north.IncomingOrder.Note;
import esop.north.IncomingOrder.Party;
import esop.north.IncomingOrder.Product;
import esop.north.IncomingOrder.Ref;
import esop.north.IncomingOrder.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TMF641 ServiceOrder_Create, as far as we understand it; nothing about it has been checked. */
record IncomingServiceOrder(
        @Nullable String externalId,
        @Nullable String priority,
        @Nullable String requestedCompletionDate,
        @Nullable List<@Nullable Note> note,
        @Nullable List<@Nullable Party> relatedParty,
        @Nullable List<@Nullable Item> serviceOrderItem) {

    /** @param serviceOrderItem items within this one, which we cannot take */
    record Item(
            @Nullable String id,
            @Nullable String action,
            @Nullable Integer quantity,
            @Nullable Service service,
            @Nullable List<@Nullable Object> serviceOrderItem) {

        private IncomingOrder.Item asProduct() {
            return new IncomingOrder.Item(
                    id,
                    action,
                    quantity,
                    service == null ? null : service.serviceSpecification(),
                    service == null ? null : new Product(service.serviceCharacteristic()),
                    serviceOrderItem);
        }
    }

    record Service(
            @Nullable Ref serviceSpecification, @Nullable List<@Nullable Value> serviceCharacteristic) {}

    /** What is asked for, in the words in which we take orders in: a service of theirs is a product of ours. */
    IncomingOrder asProductOrder() {
        return new IncomingOrder(
                externalId,
                priority,
                requestedCompletionDate,
                note,
                relatedParty,
                serviceOrderItem == null
                        ? null
                        : serviceOrderItem.stream()
                                .map(item -> item == null ? null : item.asProduct())
                                .toList());
    }
}
