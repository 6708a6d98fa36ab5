package esop.ordering.web;

import esop.ordering.Amendment;
import esop.ordering.NewOrder;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.ordering.Withdrawal;
import esop.provisioning.Risks;
import esop.systems.CallView;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.TaskHistory.Entry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
class ProductOrderController {

    private final Ordering ordering;
    private final OrderPages pages;
    private final Timeline timeline;
    private final Risks risks;
    private final Clock clock;

    ProductOrderController(Ordering ordering, OrderPages pages, Timeline timeline, Risks risks, Clock clock) {
        this.ordering = ordering;
        this.pages = pages;
        this.timeline = timeline;
        this.risks = risks;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<OrderDetail> place(@RequestBody NewOrder order) {
        var placed = ordering.place(order);
        return ResponseEntity.created(URI.create("/api/orders/" + placed.id())).body(pages.detail(placed));
    }

    /** What would be wrong with it, or else what is odd about it and hinders nothing; nothing is stored. */
    @PostMapping("/validate")
    Errors validate(@RequestBody NewOrder order) {
        var errors = ordering.check(order);
        return new Errors(errors, errors.isEmpty() ? ordering.warnings(order) : List.of());
    }

    @GetMapping
    Page<OrderRow> list(OrderQuery query, Paging paging) {
        var found = ordering.list(query.filter(risks), paging);
        var now = clock.instant();
        var unusual =
                risks.ofOrders(found.items().stream().map(ProductOrder::id).toList());
        return found.map(order -> OrderRow.of(order, Forecast.of(order.id(), unusual), now));
    }

    @GetMapping("/{id}")
    OrderDetail one(@PathVariable String id) {
        return pages.detail(known(id));
    }

    /** 改单: wishes before the order has begun, items until their turn has come; 409 where it is too late. */
    @PostMapping("/{id}/amend")
    OrderDetail amend(@PathVariable String id, @RequestBody Amendment amendment) {
        return pages.detail(ordering.amend(known(id).id(), amendment));
    }

    /** 撤单: stops the order and takes back what was done for it; 409 with the reason where that cannot be. */
    @PostMapping("/{id}/withdraw")
    OrderDetail withdraw(@PathVariable String id, @RequestBody Wish wish) {
        var order = known(id);
        var reason = wish.reason() == null ? "" : wish.reason().strip();
        if (reason.isEmpty() || reason.length() > Withdrawal.LONGEST_REASON) {
            throw new InvalidException("reason", Texts.get("ordering.withdrawal.reason", Withdrawal.LONGEST_REASON));
        }
        var withdrawal = ordering.withdraw(order.id(), reason);
        if (withdrawal instanceof Withdrawal.Refused refused) {
            throw new ConflictException(
                    refused.sentence(), Map.of("reason", refused.reason(), "products", refused.products()));
        }
        return pages.detail(((Withdrawal.Granted) withdrawal).order());
    }

    record Wish(@Nullable String reason) {}

    /**
     * Whether it could be withdrawn now.
     *
     * @param reason a word for why not, null where it could; {@code message} says it to the person
     */
    @GetMapping("/{id}/withdrawal")
    Outlook withdrawal(@PathVariable String id) {
        return ordering.withdrawalRefusal(known(id))
                .map(refused -> new Outlook(refused.reason(), Texts.get("ordering.withdrawal." + refused.reason())))
                .orElseGet(() -> new Outlook(null, null));
    }

    record Outlook(@Nullable String reason, @Nullable String message) {}

    @GetMapping("/{id}/timeline")
    List<Entry> timeline(@PathVariable String id) {
        return timeline.of(known(id));
    }

    @GetMapping("/{id}/calls")
    List<CallView> calls(@PathVariable String id) {
        return pages.calls(known(id));
    }

    private ProductOrder known(String id) {
        return ordering.find(id).orElseThrow(() -> new UnknownException(Texts.get("ordering.unknown-order", id)));
    }

    record Errors(List<FieldError> errors, List<FieldError> warnings) {}
}
