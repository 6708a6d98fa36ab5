package esop.catalog.web;

import esop.catalog.Characteristic;
import esop.catalog.ProductOffering;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An offering as order entry shows it.
 *
 * @param lifecycle {@code in-test}, {@code launched} or {@code retired}
 * @param reason why it cannot be ordered now, in the person's language
 * @param retired since when it is no longer sold
 */
record Product(
        String id,
        String name,
        String nameEn,
        String description,
        String descriptionEn,
        String type,
        List<String> components,
        List<String> cities,
        ProductOffering.Price price,
        int commitmentMonths,
        String leadTime,
        List<String> actions,
        String lifecycle,
        boolean orderable,
        @Nullable String reason,
        @Nullable Instant retired,
        List<Characteristic> characteristics) {

    static Product of(ProductOffering offering, Locale locale) {
        return new Product(
                offering.id(),
                offering.name(),
                offering.nameEn(),
                offering.description(),
                offering.descriptionEn(),
                offering.type(),
                offering.components(),
                offering.cities(),
                offering.price(),
                offering.commitmentMonths(),
                offering.leadTime(),
                offering.actions(),
                offering.lifecycle(),
                offering.orderable(),
                offering.unavailableIn(locale),
                offering.retired(),
                offering.characteristics());
    }
}
