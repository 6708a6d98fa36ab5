package esop.north;

import com.fasterxml.jackson.annotation.JsonProperty;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
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

/** TMF622 4.0.0 cancelProductOrder. */
@RestController
@RequestMapping(OrderWords.API + "/cancelProductOrder")
class CancelProductOrderController {

    private final Ordering ordering;

    CancelProductOrderController(Ordering ordering) {
        this.ordering = ordering;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Task cancel(@RequestBody Request request) {
        var id = request.productOrder() == null ? null : request.productOrder().id();
        if (id == null || id.isBlank()) {
            throw new BadRequestException("productOrder.id", Texts.get("north.missing"));
        }
        return ordering.find(id)
                .map(CancelProductOrderController::withdraw)
                .orElseThrow(() -> new InvalidException("productOrder.id", Texts.get("north.unknown-order", id)));
    }

    /** Orders cannot be withdrawn from here yet: the task says so, and the order goes on. */
    private static Task withdraw(ProductOrder order) {
        return new Task(
                "CancelProductOrder",
                "terminatedWithError",
                Texts.get("north.no-withdrawal", order.id()),
                new Ref(order.id(), OrderWords.address(order), "ProductOrder"));
    }

    record Request(IncomingOrder.@Nullable Ref productOrder) {}

    record Task(@JsonProperty("@type") String type, String state, String cancellationReason, Ref productOrder) {}

    record Ref(
            String id,
            String href,
            @JsonProperty("@referredType") String referredType) {}
}
