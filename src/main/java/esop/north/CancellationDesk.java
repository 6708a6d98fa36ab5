package esop.north;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.identity.EsopSettings;
import esop.ordering.ProductOrder;
import esop.web.BadRequestException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What TMF622's cancelProductOrder and TMF641's cancelServiceOrder have in common. */
abstract class CancellationDesk {

    private final Api api;
    private final Cancellations cancellations;
    private final EsopSettings settings;
    private final ObjectMapper json;

    CancellationDesk(Api api, Cancellations cancellations, EsopSettings settings, ObjectMapper json) {
        this.api = api;
        this.cancellations = cancellations;
        this.settings = settings;
        this.json = json;
    }

    /** Newest first. */
    @GetMapping
    ResponseEntity<List<ObjectNode>> list(@RequestParam Map<String, String> query) {
        return cancellations
                .list(api, order(), query)
                .answer(cancellation -> Attributes.only(query.get("fields"), body(cancellation)));
    }

    @GetMapping("/{id}")
    ObjectNode one(@PathVariable String id, @RequestParam(required = false) @Nullable String fields) {
        return cancellations
                .find(api, id)
                .map(cancellation -> Attributes.only(fields, body(cancellation)))
                .orElseThrow(() -> new UnknownException(Texts.get("north.unknown-cancellation", id)));
    }

    /** 201 whether the order is withdrawn or goes on: the task is there either way. */
    ResponseEntity<ObjectNode> take(
            @Nullable String id,
            @Nullable String reason,
            @Nullable String wishedFor,
            Function<String, Optional<ProductOrder>> orders) {
        if (id == null || id.isBlank()) {
            throw new BadRequestException(order() + ".id", Texts.get("north.missing"));
        }
        var order = orders.apply(id)
                .orElseThrow(() -> new InvalidException(order() + ".id", Texts.get("north.unknown-order", id)));
        var body = body(cancellations.cancel(api, order, reason, wishedFor));
        return ResponseEntity.created(URI.create(body.get("href").asText())).body(body);
    }

    /** The attribute that names the order. */
    private String order() {
        return api == Api.TMF622 ? "productOrder" : "serviceOrder";
    }

    private ObjectNode body(Cancellation cancellation) {
        var products = api == Api.TMF622;
        var type = products ? "CancelProductOrder" : "CancelServiceOrder";
        var body = json.createObjectNode()
                .put("id", cancellation.id())
                .put("href", address(products ? "/cancelProductOrder/" : "/cancelServiceOrder/", cancellation.id()))
                .put("@type", type)
                .put("state", cancellation.state())
                .put("cancellationReason", cancellation.told())
                .put("requestedCancellationDate", cancellation.asked().toString());
        if (cancellation.state().equals("done")) {
            body.put("effectiveCancellationDate", String.valueOf(cancellation.ended()));
        }
        body.putObject(order())
                .put("id", cancellation.orderId())
                .put("href", address(products ? "/productOrder/" : "/serviceOrder/", cancellation.orderId()))
                .put("@referredType", products ? "ProductOrder" : "ServiceOrder");
        return body;
    }

    /** TMF641 wants these addresses with their host, TMF622 only says where they are. */
    private String address(String resource, String id) {
        return api == Api.TMF622
                ? OrderWords.API + resource + id
                : settings.publicUrl() + ServiceOrderWords.API + resource + id;
    }
}
