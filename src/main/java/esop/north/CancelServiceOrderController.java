package esop.north;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.identity.EsopSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** TMF641 4.1.0 cancelServiceOrder, for orders that came in as service orders. */
@RestController
@RequestMapping(ServiceOrderWords.API + "/cancelServiceOrder")
class CancelServiceOrderController extends CancellationDesk {

    private final ServiceOrderDesk desk;

    CancelServiceOrderController(
            ServiceOrderDesk desk, Cancellations cancellations, EsopSettings settings, ObjectMapper json) {
        super(Api.TMF641, cancellations, settings, json);
        this.desk = desk;
    }

    @PostMapping
    ResponseEntity<ObjectNode> cancel(@RequestBody Request request) {
        var order = request.serviceOrder();
        return take(
                order == null ? null : order.id(),
                request.cancellationReason(),
                request.requestedCancellationDate(),
                id -> desk.find(id).map(ServiceOrderDesk.Known::order));
    }

    record Request(
            IncomingOrder.@Nullable Ref serviceOrder,
            @Nullable String cancellationReason,
            @Nullable String requestedCancellationDate) {}
}
