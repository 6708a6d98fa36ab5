package esop.catalog;

import esop.web.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other modules may ask of the product catalogue. */
public interface Catalog {

    /** Every offering but the retired ones, in the catalogue's order. */
    List<ProductOffering> all();

    /** Those too: what was ordered, and what a template holds, is still to be named. */
    List<ProductOffering> withRetired();

    /** Also a retired one: orders and templates still speak of it. */
    Optional<ProductOffering> find(String offeringId);

    /**
     * What is wrong with these characteristics of this offering, in the current person's language. The one place where
     * characteristics are checked: at entry, while typing, and when a failed step is corrected.
     *
     * @param path prefix of the reported fields, for example {@code items[0].characteristics}
     */
    List<FieldError> check(String offeringId, Map<String, ?> characteristics, String path);

    /** The same characteristics, typed, with the default of each mandatory one that was left out. */
    Map<String, Object> complete(String offeringId, Map<String, ?> characteristics);
}
