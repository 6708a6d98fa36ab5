package esop.catalog.web;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products")
class ProductController {

    private final Catalog catalog;

    ProductController(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Those sold in {@code city}, or all; {@code q} is a fragment of id, name or description. */
    @GetMapping
    Page<Product> list(
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String q,
            Paging paging) {
        var found = catalog.all().stream()
                .filter(offering -> city == null || city.isBlank() || offering.soldIn(city))
                .filter(offering -> q == null || matches(offering, q.strip().toLowerCase(Locale.ROOT)))
                .map(offering -> Product.of(offering, Texts.current()))
                .toList();
        var from = (int) Math.min(paging.offset(), found.size());
        return paging.of(found.subList(from, Math.min(from + paging.limit(), found.size())), found.size());
    }

    @GetMapping("/{id}")
    Product one(@PathVariable String id) {
        return catalog.find(id)
                .map(offering -> Product.of(offering, Texts.current()))
                .orElseThrow(() -> new UnknownException(Texts.get("catalog.unknown-product", id)));
    }

    private static boolean matches(ProductOffering offering, String fragment) {
        return String.join(
                        "\n",
                        offering.id(),
                        offering.name(),
                        offering.nameEn(),
                        offering.description(),
                        offering.descriptionEn())
                .toLowerCase(Locale.ROOT)
                .contains(fragment);
    }
}
