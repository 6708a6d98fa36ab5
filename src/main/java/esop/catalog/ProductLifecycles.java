package esop.catalog;

import esop.identity.AuditLog;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** 集团产品生命周期管理 (ESOP 6.6.3): takes a product out of sale and puts it back. What was ordered of it stays as it is. */
@Service
public class ProductLifecycles {

    private static final int LONGEST_REASON = 100;

    private final ProductOfferingRepository repository;
    private final StoredCatalog catalog;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    ProductLifecycles(
            ProductOfferingRepository repository,
            StoredCatalog catalog,
            AuditLog audit,
            TransactionOperations transaction,
            Clock clock) {
        this.repository = repository;
        this.catalog = catalog;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param reason told to whoever wants to order it
     * @throws ConflictException where it is not on sale, or a bundle on sale contains it
     */
    public ProductOffering retire(String id, @Nullable String reason) {
        var told = reason == null ? "" : reason.strip();
        if (told.isEmpty()
                || told.codePointCount(0, told.length()) > LONGEST_REASON
                || told.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidException("reason", Texts.get("catalog.retire-reason", LONGEST_REASON));
        }
        return change(offerings -> {
            var product = known(id, offerings);
            if (!product.orderable()) {
                throw new ConflictException(Texts.get("catalog.not-on-sale", name(product)));
            }
            var bundles = names(
                    offerings,
                    offering -> offering.orderable() && offering.components().contains(id));
            if (!bundles.isEmpty()) {
                throw new ConflictException(Texts.get("catalog.in-bundle", name(product), bundles));
            }
            repository.retire(id, told, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            audit.record("product.retire", "product/" + id, null, Map.of("reason", told));
            return id;
        });
    }

    /** @throws ConflictException where it was not taken out of sale, or a component of it still is */
    public ProductOffering launch(String id) {
        return change(offerings -> {
            var product = known(id, offerings);
            if (product.retired() == null) {
                throw new ConflictException(Texts.get("catalog.not-retired", name(product)));
            }
            var missing =
                    names(offerings, offering -> product.components().contains(offering.id()) && !offering.orderable());
            if (!missing.isEmpty()) {
                throw new ConflictException(Texts.get("catalog.component-not-on-sale", name(product), missing));
            }
            repository.launch(id);
            audit.record("product.launch", "product/" + id, null, Map.of());
            return id;
        });
    }

    /** @param change answers the id of what it has changed */
    private ProductOffering change(Function<List<ProductOffering>, String> change) {
        var id = transaction.execute(status -> {
            repository.lock();
            return change.apply(repository.all());
        });
        catalog.forget();
        return catalog.find(id).orElseThrow();
    }

    private static ProductOffering known(String id, List<ProductOffering> offerings) {
        return offerings.stream()
                .filter(offering -> offering.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownException(Texts.get("catalog.unknown-product", id)));
    }

    private static String names(List<ProductOffering> offerings, Predicate<ProductOffering> which) {
        return offerings.stream()
                .filter(which)
                .map(ProductLifecycles::name)
                .collect(Collectors.joining(Texts.isEnglish() ? ", " : "、"));
    }

    private static String name(ProductOffering offering) {
        return offering.nameIn(Texts.current());
    }
}
