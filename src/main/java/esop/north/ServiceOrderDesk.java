package esop.north;

import esop.north.OrderDesk.Taken;
import esop.north.Slice.Part;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.web.BadRequestException;
import esop.web.InvalidException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Service orders of other systems: taken in as orders of ours, and found again among them. */
@Service
class ServiceOrderDesk {

    private final OrderDesk desk;
    private final Ordering ordering;
    private final ReceivedOrderRepository received;

    ServiceOrderDesk(OrderDesk desk, Ordering ordering, ReceivedOrderRepository received) {
        this.desk = desk;
        this.ordering = ordering;
        this.received = received;
    }

    record Known(ProductOrder order, ReceivedOrder received) {}

    Taken take(IncomingServiceOrder incoming) {
        try {
            return desk.take(Api.TMF641, incoming.asProductOrder());
        } catch (BadRequestException unreadable) {
            throw new BadRequestException(unreadable.getMessage(), TheirFields.ofServices(unreadable.errors()));
        } catch (InvalidException impossible) {
            throw new InvalidException(impossible.getMessage(), TheirFields.ofServices(impossible.errors()));
        }
    }

    Optional<Known> find(String id) {
        return received.of(List.of(id)).values().stream()
                .filter(known -> known.api() == Api.TMF641)
                .findFirst()
                .flatMap(known -> ordering.find(id).map(order -> new Known(order, known)));
    }

    Part<Known> list(Map<String, String> query) {
        var listing = OrderListing.of(query);
        var slice = Slice.of(query);
        var found = listing.externalId() == null
                ? slice.of(paging -> ordering.list(listing.filter().among(received.ids(Api.TMF641)), paging))
                : slice.of(received.numbered(Api.TMF641, listing.externalId()).stream()
                        .flatMap(one -> ordering.find(one.orderId()).stream())
                        .filter(listing::fits)
                        .toList());
        var known = received.of(found.items().stream().map(ProductOrder::id).toList());
        return new Part<>(
                found.items().stream()
                        .map(order -> new Known(order, known.get(order.id())))
                        .toList(),
                found.total());
    }
}
