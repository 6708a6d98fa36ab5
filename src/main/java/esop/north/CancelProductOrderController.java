package esop.north;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.identity.EsopSettings;
import esop.ordering.Ordering;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** TMF622 4.0.0 cancelProductOrder: {@code accepted} where the order is being withdrawn, else {@code terminatedWithError} with the reason. */
@RestController
@RequestMapping(OrderWords.API + "/cancelProductOrder")
class CancelProductOrderController extends CancellationDesk {

    private final Ordering ordering;

    CancelProductOrderController(
            Ordering ordering, Cancellations cancellations, EsopSettings settings, ObjectMapper json) {
        super(Api.TMF622, cancellations, settings, json);
        this.ordering = ordering;
    }

    @PostMapping
    ResponseEntity<ObjectNode> cancel(@RequestBody Request request) {
        var order = request.productOrder();
        return take(
                order == null ? null : order.id(),
                request.cancellationReason(),
                request.requestedCancellationDate(),
                ordering::find);
    }

    record Request(
            IncomingOrder.@Nullable Ref productOrder,
            @Nullable String cancellationReason,
            @Nullable String requestedCancellationDate) {}
}
