package esop.catalog;

import esop.web.FieldError;
import esop.web.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue in our own tables; a changed row acts within seconds. */
@Service
@Transactional(readOnly = true)
class StoredCatalog implements Catalog {

    private record Known(Map<String, ProductOffering> offerings, long readAt) {}

    private final ProductOfferingRepository repository;
    private final CatalogSettings settings;
    private volatile @Nullable Known known;

    StoredCatalog(ProductOfferingRepository repository, CatalogSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    @Override
    public List<ProductOffering> all() {
        return offerings().values().stream()
                .filter(offering -> !offering.lifecycle().equals("retired"))
                .toList();
    }

    @Override
    public List<ProductOffering> withRetired() {
        return List.copyOf(offerings().values());
    }

    /** What was read before is no longer true. */
    void forget() {
        known = null;
    }

    @Override
    public Optional<ProductOffering> find(String offeringId) {
        return Optional.ofNullable(offerings().get(offeringId));
    }

    /** In the catalogue's order. One order asks two dozen times. */
    private Map<String, ProductOffering> offerings() {
        var current = known;
        if (current == null
                || System.nanoTime() - current.readAt() > settings.fresh().toNanos()) {
            var offerings = new LinkedHashMap<String, ProductOffering>();
            repository.all().forEach(offering -> offerings.put(offering.id(), offering));
            current = new Known(offerings, System.nanoTime());
            known = current;
        }
        return current.offerings();
    }

    @Override
    public List<FieldError> check(String offeringId, Map<String, ?> characteristics, String path) {
        var known = characteristicsOf(offeringId);
        var locale = Texts.current();
        var errors = new ArrayList<FieldError>();
        for (var given : characteristics.entrySet()) {
            var field = path + "." + given.getKey();
            Optional.ofNullable(known.get(given.getKey()))
                    .map(characteristic -> new CharacteristicCheck(characteristic, locale).problem(given.getValue()))
                    .orElseGet(() -> Optional.of(Texts.get("catalog.characteristic.unknown", given.getKey())))
                    .ifPresent(problem -> errors.add(new FieldError(field, problem)));
        }
        for (var characteristic : known.values()) {
            if (!characteristics.containsKey(characteristic.name()) && characteristic.defaultValue() == null) {
                new CharacteristicCheck(characteristic, locale)
                        .problem(null)
                        .ifPresent(problem -> errors.add(new FieldError(path + "." + characteristic.name(), problem)));
            }
        }
        return errors;
    }

    @Override
    public Map<String, Object> complete(String offeringId, Map<String, ?> characteristics) {
        var completed = new LinkedHashMap<String, Object>();
        for (var characteristic : characteristicsOf(offeringId).values()) {
            var given = characteristics.get(characteristic.name());
            var value = given == null && characteristic.required() ? characteristic.defaultValue() : given;
            if (value != null && !value.equals("")) {
                completed.put(characteristic.name(), value);
            }
        }
        return completed;
    }

    private Map<String, Characteristic> characteristicsOf(String offeringId) {
        var known = new LinkedHashMap<String, Characteristic>();
        find(offeringId)
                .ifPresent(offering -> offering.characteristics()
                        .forEach(characteristic -> known.put(characteristic.name(), characteristic)));
        return known;
    }
}
