package esop.catalog.web;

import esop.catalog.Catalog;
import esop.catalog.ProductLifecycles;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole catalogue, for those who say what is sold. */
@RestController
@RequestMapping("/api/catalogue")
class CatalogueController {

    private final Catalog catalog;
    private final ProductLifecycles lifecycles;

    CatalogueController(Catalog catalog, ProductLifecycles lifecycles) {
        this.catalog = catalog;
        this.lifecycles = lifecycles;
    }

    /** What is no longer sold too. */
    @GetMapping
    Page<Product> list(Paging paging) {
        var all = catalog.withRetired();
        var shown = all.stream()
                .skip(paging.offset())
                .limit(paging.limit())
                .map(offering -> Product.of(offering, Texts.current()));
        return paging.of(shown.toList(), all.size());
    }

    /** Takes it out of sale; 409 where it is not on sale or a bundle on sale contains it. */
    @PostMapping("/{id}/retire")
    Product retire(@PathVariable String id, @RequestBody Retirement retirement) {
        return Product.of(lifecycles.retire(id, retirement.reason()), Texts.current());
    }

    /** @param reason told to whoever wants to order it */
    record Retirement(@Nullable String reason) {}

    /** Puts it back on sale. */
    @PostMapping("/{id}/launch")
    Product launch(@PathVariable String id) {
        return Product.of(lifecycles.launch(id), Texts.current());
    }
}
