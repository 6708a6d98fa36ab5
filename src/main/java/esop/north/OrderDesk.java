package esop.north;

import esop.identity.CurrentPerson;
import esop.ordering.NewOrder;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders of other systems in; a number a client has used before is the order it stood for then. */
@Service
class OrderDesk {

    private final Ordering ordering;
    private final ReceivedOrderRepository received;
    private final CurrentPerson currentPerson;
    private final OrderNews news;
    private final Fingerprint fingerprint;

    OrderDesk(
            Ordering ordering,
            ReceivedOrderRepository received,
            CurrentPerson currentPerson,
            OrderNews news,
            Fingerprint fingerprint) {
        this.ordering = ordering;
        this.received = received;
        this.currentPerson = currentPerson;
        this.news = news;
        this.fingerprint = fingerprint;
    }

    /** @param isNew false where it had been placed before */
    record Taken(ProductOrder order, boolean isNew) {}

    @Transactional
    Taken take(Api api, IncomingOrder incoming) {
        var order = new OrderReading(incoming).read();
        var client = currentPerson.get().id();
        var content = fingerprint.of(incoming);
        var externalId = number(incoming);
        if (externalId != null) {
            received.await(api, client, externalId);
            var before = received.find(api, client, externalId);
            if (before.isPresent()) {
                return new Taken(again(before.get(), content), false);
            }
        }
        var placed = place(order);
        var known = new ReceivedOrder(placed.id(), placed.city(), api, client, externalId, content, itemIds(incoming));
        received.insert(known);
        news.taken(placed, known);
        return new Taken(placed, true);
    }

    private ProductOrder again(ReceivedOrder before, String content) {
        if (!before.content().equals(content)) {
            throw new ConflictException(Texts.get("north.number-used", before.externalId(), before.orderId()));
        }
        return ordering.find(before.orderId())
                .orElseThrow(() -> new UnknownException(Texts.get("north.unknown-order", before.orderId())));
    }

    private ProductOrder place(NewOrder order) {
        try {
            return ordering.place(order);
        } catch (InvalidException refused) {
            throw TheirFields.of(refused);
        }
    }

    private static @Nullable String number(IncomingOrder order) {
        return Optional.ofNullable(order.externalId())
                .filter(id -> !id.isBlank())
                .orElse(null);
    }

    private static List<String> itemIds(IncomingOrder order) {
        return Objects.requireNonNull(order.productOrderItem()).stream()
                .map(item -> Objects.requireNonNull(Objects.requireNonNull(item).id()))
                .toList();
    }
}
