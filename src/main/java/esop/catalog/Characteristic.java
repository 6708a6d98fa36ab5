package esop.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen about an offering (TMF620 ProductSpecificationCharacteristic).
 *
 * @param type {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code enum} or {@code date}
 * @param defaultValue taken where nothing was chosen; every mandatory characteristic has one
 * @param pattern regular expression of a whole string; {@code patternHint} says it in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Characteristic(
        String name,
        String label,
        String labelEn,
        String type,
        boolean required,
        @JsonProperty("default") @Nullable Object defaultValue,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        @Nullable String patternHint,
        @Nullable String patternHintEn,
        @Nullable List<Option> options,
        @Nullable String unit,
        @Nullable String unitEn) {

    public String labelIn(Locale locale) {
        return locale.getLanguage().equals("en") ? labelEn : label;
    }

    @Nullable
    String patternHintIn(Locale locale) {
        return locale.getLanguage().equals("en") ? patternHintEn : patternHint;
    }

    /** One of an enumeration's values. */
    public record Option(String value, String label, String labelEn) {

        public String labelIn(Locale locale) {
            return locale.getLanguage().equals("en") ? labelEn : label;
        }
    }
}
