package esop.north;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.identity.CurrentPerson;
import esop.ordering.Amendment;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.web.BadRequestException;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the few attributes of an order that may still change, and the characteristics of its items. */
@Component
class OrderPatch {

    private static final String ITEMS = "productOrderItem";
    private static final Set<String> WISHES = Set.of("note", "priority", "requestedCompletionDate");

    private final Ordering ordering;
    private final ReceivedOrderRepository received;
    private final CurrentPerson currentPerson;
    private final ObjectMapper json;

    OrderPatch(Ordering ordering, ReceivedOrderRepository received, CurrentPerson currentPerson, ObjectMapper json) {
        this.ordering = ordering;
        this.received = received;
        this.currentPerson = currentPerson;
        this.json = json;
    }

    /** All of it or nothing. */
    @Transactional
    ProductOrder apply(ProductOrder order, ObjectNode changes) {
        refuse(changes.properties().stream()
                .map(change -> change.getKey())
                .filter(name -> !WISHES.contains(name) && !name.equals(ITEMS) && !name.startsWith("@"))
                .map(name -> new FieldError(name, Texts.get("north.fixed")))
                .toList());
        var incoming = read(changes);
        var reading = new OrderReading(incoming);
        var amendment = Amendment.of(reading.requestedDate(), reading.priority(), reading.note());
        var items = items(order, changes, incoming, reading);
        var unreadable = new ArrayList<>(reading.errors());
        items.ifPresent(patch -> unreadable.addAll(patch.unreadable()));
        if (!unreadable.isEmpty()) {
            throw new BadRequestException(Texts.get("web.fields"), unreadable);
        }
        items.ifPresent(patch -> refuse(patch.fixed()));
        var amended =
                items.isEmpty() || !amendment.equals(Amendment.of(null, null, null)) ? amend(order, amendment) : order;
        return items.isPresent() && !items.get().corrections().isEmpty() ? correct(order, items.get()) : amended;
    }

    private Optional<ItemPatch> items(
            ProductOrder order, ObjectNode changes, IncomingOrder incoming, OrderReading reading) {
        if (incoming.productOrderItem() == null) {
            return Optional.empty();
        }
        var known = received.of(List.of(order.id())).get(order.id());
        if (known == null
                || known.api() != Api.TMF622
                || !known.client().equals(currentPerson.get().id())) {
            throw new ConflictException(Texts.get("north.not-the-client"));
        }
        var patch = new ItemPatch(order, known);
        patch.read(changes.get(ITEMS), incoming.productOrderItem(), reading);
        return Optional.of(patch);
    }

    private ProductOrder amend(ProductOrder order, Amendment amendment) {
        try {
            return ordering.amend(order.id(), amendment);
        } catch (InvalidException refused) {
            throw TheirFields.of(refused);
        }
    }

    private ProductOrder correct(ProductOrder order, ItemPatch patch) {
        try {
            return ordering.correct(order.id(), patch.corrections());
        } catch (InvalidException refused) {
            throw TheirFields.of(new InvalidException(
                    refused.getMessage(),
                    refused.errors().stream().map(patch::inPatch).toList()));
        }
    }

    private static void refuse(List<FieldError> fixed) {
        if (!fixed.isEmpty()) {
            throw new ConflictException(Texts.get("north.not-changeable"), fixed);
        }
    }

    private IncomingOrder read(ObjectNode changes) {
        try {
            return json.treeToValue(changes, IncomingOrder.class);
        } catch (JsonProcessingException unreadable) {
            throw new BadRequestException(Texts.get("web.fields"), List.of());
        }
    }
}
