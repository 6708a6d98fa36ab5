package esop.north;

import com.fasterxml.jackson.annotation.JsonProperty;
import esop.north.Cancellations.Cancellation;
import esop.ordering.Ordering;
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

/** TMF622 4.0.0 cancelProductOrder: {@code accepted} where the order is being withdrawn, else {@code terminatedWithError} with the reason. */
@RestController
@RequestMapping(OrderWords.API + "/cancelProductOrder")
class CancelProductOrderController {

    private final Ordering ordering;
    private final Cancellations cancellations;

    CancelProductOrderController(Ordering ordering, Cancellations cancellations) {
        this.ordering = ordering;
        this.cancellations = cancellations;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Task cancel(@RequestBody Request request) {
        var id = request.productOrder() == null ? null : request.productOrder().id();
        if (id == null || id.isBlank()) {
            throw new BadRequestException("productOrder.id", Texts.get("north.missing"));
        }
        var order = ordering.find(id)
                .orElseThrow(() -> new InvalidException("productOrder.id", Texts.get("north.unknown-order", id)));
        return task(cancellations.cancel(order, request.cancellationReason()));
    }

    private static Task task(Cancellation done) {
        var order = done.order();
        return new Task(
                "CancelProductOrder",
                done.state(),
                done.reason(),
                new Ref(order.id(), OrderWords.address(order), "ProductOrder"));
    }

    record Request(
            IncomingOrder.@Nullable Ref productOrder,
            @Nullable String cancellationReason) {}

    record Task(@JsonProperty("@type") String type, String state, String cancellationReason, Ref productOrder) {}

    record Ref(
            String id,
            String href,
            @JsonProperty("@referredType") String referredType) {}
}
