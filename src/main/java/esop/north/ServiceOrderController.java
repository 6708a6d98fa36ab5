package esop.north;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.web.Texts;
import esop.web.UnknownException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** TMF641 4.1.0 serviceOrder: what the first-level ESOP has opened in this province (ESOP 4.3.2). */
@RestController("northServiceOrderController")
@RequestMapping(ServiceOrderWords.API + "/serviceOrder")
class ServiceOrderController {

    private final ServiceOrderDesk desk;
    private final ServiceOrderWords words;

    ServiceOrderController(ServiceOrderDesk desk, ServiceOrderWords words) {
        this.desk = desk;
        this.words = words;
    }

    /** 201 for a new order, 200 for one that had been placed before. */
    @PostMapping
    ResponseEntity<ObjectNode> create(@RequestBody IncomingServiceOrder order) {
        var taken = desk.take(order);
        var id = taken.order().id();
        var answer =
                taken.isNew() ? ResponseEntity.created(URI.create(ServiceOrderWords.address(id))) : ResponseEntity.ok();
        return answer.body(one(id, null));
    }

    @GetMapping
    ResponseEntity<List<ObjectNode>> list(@RequestParam Map<String, String> query) {
        return desk.list(query)
                .answer(known -> Attributes.only(query.get("fields"), words.body(known.order(), known.received())));
    }

    @GetMapping("/{id}")
    ObjectNode one(@PathVariable String id, @RequestParam(required = false) @Nullable String fields) {
        return desk.find(id)
                .map(known -> Attributes.only(fields, words.body(known.order(), known.received())))
                .orElseThrow(() -> new UnknownException(Texts.get("north.unknown-order", id)));
    }
}
