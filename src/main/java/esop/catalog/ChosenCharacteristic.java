package esop.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import esop.web.Texts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A chosen characteristic with its words; {@code valueLabel} where the value itself is only a code. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChosenCharacteristic(
        String name,
        String label,
        String labelEn,
        Object value,
        @Nullable String valueLabel,
        @Nullable String valueLabelEn,
        @Nullable String unit,
        @Nullable String unitEn) {

    /** In the catalogue's order; what it does not know comes last. */
    public static List<ChosenCharacteristic> of(Map<String, Object> chosen, Optional<ProductOffering> offering) {
        var known = new LinkedHashMap<String, Characteristic>();
        offering.ifPresent(product ->
                product.characteristics().forEach(characteristic -> known.put(characteristic.name(), characteristic)));
        var names = new LinkedHashSet<>(known.keySet());
        names.addAll(chosen.keySet());
        return names.stream()
                .filter(chosen::containsKey)
                .map(name -> of(name, chosen.get(name), known.get(name)))
                .toList();
    }

    private static ChosenCharacteristic of(String name, Object value, @Nullable Characteristic known) {
        if (known == null) {
            return new ChosenCharacteristic(name, name, name, value, null, null, null, null);
        }
        var option = Objects.requireNonNullElse(known.options(), List.<Characteristic.Option>of()).stream()
                .filter(candidate -> candidate.value().equals(value))
                .findFirst();
        return new ChosenCharacteristic(
                name,
                known.label(),
                known.labelEn(),
                value,
                option.map(Characteristic.Option::label).orElse(null),
                option.map(Characteristic.Option::labelEn).orElse(null),
                known.unit(),
                known.unitEn());
    }

    /** As a line to read, for example {@code Bandwidth: 100 Mbit/s}. */
    public String lineIn(Locale locale) {
        var english = locale.getLanguage().equals("en");
        return Texts.in(locale, "catalog.chosen", english ? labelEn : label, valueIn(locale, english));
    }

    private String valueIn(Locale locale, boolean english) {
        if (value instanceof Boolean yes) {
            return Texts.in(locale, "catalog.chosen." + yes);
        }
        var words = english ? valueLabelEn : valueLabel;
        var measured = english ? unitEn : unit;
        return words != null ? words : measured == null ? String.valueOf(value) : value + " " + measured;
    }
}
