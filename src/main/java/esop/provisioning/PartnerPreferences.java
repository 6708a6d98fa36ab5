package esop.provisioning;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import esop.workflow.Decisions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For what a partner is chosen, and before or after whom: what the decision {@code si-partner} says of it now. */
@Service
public class PartnerPreferences {

    private final PartnerRepository repository;
    private final Catalog catalog;
    private final Decisions decisions;

    PartnerPreferences(PartnerRepository repository, Catalog catalog, Decisions decisions) {
        this.repository = repository;
        this.catalog = catalog;
        this.decisions = decisions;
    }

    /** @param rank of several partners the lowest is chosen */
    public record Preference(
            String product, String productName, String productNameEn, String city, int rank, String reason) {}

    /** By product, the first choice first. */
    @Transactional(readOnly = true)
    public List<Preference> of(String partnerId, Collection<String> cities) {
        return repository
                .partner(partnerId)
                .map(partner -> catalog.all().stream()
                        .flatMap(product -> cities.stream().flatMap(city -> judge(partner, product, city).stream()))
                        .sorted(Comparator.comparing(Preference::product).thenComparing(Preference::rank))
                        .toList())
                .orElse(List.of());
    }

    private Optional<Preference> judge(Partner partner, ProductOffering product, String city) {
        return Stream.of(decisions.evaluate("si-partner", partner.facts(product.id(), city)))
                .flatMap(List::stream)
                .map(said -> new Preference(
                        product.id(),
                        product.name(),
                        product.nameEn(),
                        city,
                        ((Number) said.get("rank")).intValue(),
                        String.valueOf(said.get("reason"))))
                .filter(preference -> preference.rank() > 0)
                .findFirst();
    }
}
