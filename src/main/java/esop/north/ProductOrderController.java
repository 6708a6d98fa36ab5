package esop.north;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.north.Slice.Part;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.web.Texts;
import esop.web.UnknownException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** TMF622 4.0.0 productOrder. */
@RestController("northProductOrderController")
@RequestMapping(OrderWords.API + "/productOrder")
class ProductOrderController {

    private final OrderDesk desk;
    private final OrderPatch patch;
    private final Ordering ordering;
    private final ReceivedOrderRepository received;
    private final OrderWords words;

    ProductOrderController(
            OrderDesk desk, OrderPatch patch, Ordering ordering, ReceivedOrderRepository received, OrderWords words) {
        this.desk = desk;
        this.patch = patch;
        this.ordering = ordering;
        this.received = received;
        this.words = words;
    }

    /** 201 for a new order, 200 for one that had been placed before. */
    @PostMapping
    ResponseEntity<ObjectNode> create(@RequestBody IncomingOrder order) {
        var taken = desk.take(Api.TMF622, order);
        var answer = taken.isNew()
                ? ResponseEntity.created(URI.create(OrderWords.address(taken.order())))
                : ResponseEntity.ok();
        return answer.body(body(taken.order(), null));
    }

    @GetMapping
    ResponseEntity<List<ObjectNode>> list(@RequestParam Map<String, String> query) {
        var found = found(OrderListing.of(query), Slice.of(query));
        var known = received.of(found.items().stream().map(ProductOrder::id).toList());
        return found.answer(order -> Attributes.only(query.get("fields"), words.body(order, known.get(order.id()))));
    }

    @GetMapping("/{id}")
    ObjectNode one(@PathVariable String id, @RequestParam(required = false) @Nullable String fields) {
        return body(known(id), fields);
    }

    @PatchMapping("/{id}")
    ObjectNode change(@PathVariable String id, @RequestBody ObjectNode changes) {
        return body(patch.apply(known(id), changes), null);
    }

    private Part<ProductOrder> found(OrderListing listing, Slice slice) {
        if (listing.externalId() == null) {
            return slice.of(paging -> ordering.list(listing.filter(), paging));
        }
        return slice.of(received.numbered(Api.TMF622, listing.externalId()).stream()
                .flatMap(one -> ordering.find(one.orderId()).stream())
                .filter(listing::fits)
                .toList());
    }

    private ProductOrder known(String id) {
        return ordering.find(id).orElseThrow(() -> new UnknownException(Texts.get("north.unknown-order", id)));
    }

    private ObjectNode body(ProductOrder order, @Nullable String fields) {
        return Attributes.only(
                fields, words.body(order, received.of(List.of(order.id())).get(order.id())));
    }
}
