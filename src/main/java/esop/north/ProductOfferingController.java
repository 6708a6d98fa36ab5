package esop.north;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.catalog.Catalog;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** TMF620 4.1.0 productOffering, to be read. */
@RestController
@RequestMapping(OfferingWords.API + "/productOffering")
class ProductOfferingController {

    private static final Set<String> KNOWN = Set.of("fields", "offset", "limit", "lifecycleStatus");

    private final Catalog catalog;
    private final OfferingWords words;

    ProductOfferingController(Catalog catalog, OfferingWords words) {
        this.catalog = catalog;
        this.words = words;
    }

    @GetMapping
    ResponseEntity<List<ObjectNode>> list(@RequestParam Map<String, String> query) {
        Attributes.check(query, KNOWN);
        var status = query.get("lifecycleStatus");
        return Slice.of(query)
                .of((status == null ? catalog.all() : catalog.withRetired())
                        .stream()
                                .filter(offering -> status == null || status.equals(OfferingWords.status(offering)))
                                .toList())
                .answer(offering -> Attributes.only(query.get("fields"), words.body(offering, Texts.current())));
    }

    @GetMapping("/{id}")
    ObjectNode one(@PathVariable String id, @RequestParam(required = false) @Nullable String fields) {
        return catalog.find(id)
                .map(offering -> Attributes.only(fields, words.body(offering, Texts.current())))
                .orElseThrow(() -> new UnknownException(Texts.get("north.unknown-offering", id)));
    }
}
