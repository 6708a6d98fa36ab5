package esop.north;

import com.fasterxml.jackson.annotation.JsonProperty;
import esop.north.Cancellations.Cancellation;
import esop.web.BadRequestException;
import esop.web.InvalidException;
import esop.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** TMF641 4.1.0 cancelServiceOrder, for orders that came in as service orders. */
@RestController
@RequestMapping(ServiceOrderWords.API + "/cancelServiceOrder")
class CancelServiceOrderController {

    private final ServiceOrderDesk desk;
    private final Cancellations cancellations;

    CancelServiceOrderController(ServiceOrderDesk desk, Cancellations cancellations) {
        this.desk = desk;
        this.cancellations = cancellations;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Task cancel(@RequestBody Request request) {
        var id = request.serviceOrder() == null ? null : request.serviceOrder().id();
        if (id == null || id.isBlank()) {
            throw new BadRequestException("serviceOrder.id", Texts.get("north.missing"));
        }
        var known = desk.find(id)
                .orElseThrow(() -> new InvalidException("serviceOrder.id", Texts.get("north.unknown-order", id)));
        return task(cancellations.cancel(known.order(), request.cancellationReason()));
    }

    private static Task task(Cancellation done) {
        return new Task(
                "CancelServiceOrder",
                done.state(),
                done.reason(),
                new Ref(done.order().id(), "ServiceOrder"));
    }

    record Request(
            IncomingOrder.@Nullable Ref serviceOrder,
            @Nullable String cancellationReason) {}

    record Task(@JsonProperty("@type") String type, String state, String cancellationReason, Ref serviceOrder) {}

    record Ref(String id, @JsonProperty("@referredType") String referredType) {}
}
