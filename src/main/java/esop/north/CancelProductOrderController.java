package esop.north;

import com.fasterxml.jackson.annotation.JsonProperty;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.ordering.Withdrawal;
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
        var order = ordering.find(id)
                .orElseThrow(() -> new InvalidException("productOrder.id", Texts.get("north.unknown-order", id)));
        var reason = reason(request.cancellationReason());
        return ordering.withdraw(order.id(), reason) instanceof Withdrawal.Refused refused
                ? task(order, "terminatedWithError", Texts.get("ordering.withdrawal." + refused.reason()))
                : task(order, "accepted", reason);
    }

    private static String reason(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return Texts.get("north.withdrawn-by-client");
        }
        if (given.strip().length() > Withdrawal.LONGEST_REASON) {
            throw new InvalidException(
                    "cancellationReason", Texts.get("ordering.withdrawal.reason", Withdrawal.LONGEST_REASON));
        }
        return given.strip();
    }

    private static Task task(ProductOrder order, String state, String reason) {
        return new Task(
                "CancelProductOrder", state, reason, new Ref(order.id(), OrderWords.address(order), "ProductOrder"));
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
