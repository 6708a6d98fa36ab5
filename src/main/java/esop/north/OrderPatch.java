package esop.north;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.ordering.Amendment;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.web.BadRequestException;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Changes the few attributes of an order that may still change. */
@Component
class OrderPatch {

    private static final Set<String> CHANGEABLE = Set.of("note", "priority", "requestedCompletionDate");

    private final Ordering ordering;
    private final ObjectMapper json;

    OrderPatch(Ordering ordering, ObjectMapper json) {
        this.ordering = ordering;
        this.json = json;
    }

    ProductOrder apply(ProductOrder order, ObjectNode changes) {
        var fixed = changes.properties().stream()
                .map(change -> change.getKey())
                .filter(name -> !CHANGEABLE.contains(name) && !name.startsWith("@"))
                .map(name -> new FieldError(name, Texts.get("north.fixed")))
                .toList();
        if (!fixed.isEmpty()) {
            throw new ConflictException(Texts.get("north.not-changeable"), fixed);
        }
        var reading = new OrderReading(read(changes));
        var amendment = Amendment.of(reading.requestedDate(), reading.priority(), reading.note());
        if (!reading.errors().isEmpty()) {
            throw new BadRequestException(Texts.get("web.fields"), reading.errors());
        }
        try {
            return ordering.amend(order.id(), amendment);
        } catch (InvalidException refused) {
            throw TheirFields.of(refused);
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
