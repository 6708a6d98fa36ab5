package esop.catalog;

import esop.web.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something an enterprise customer can order (TMF620 ProductOffering, ESOP 6.6): service, tariff, and where it is sold.
 *
 * @param type {@code simple} or {@code bundle}
 * @param components the offerings a bundle consists of
 * @param cities where it is sold
 * @param commitmentMonths for how long the customer binds itself, 0 for not at all
 * @param leadTime how long opening it takes, in working time (ISO 8601)
 * @param actions what can be ordered: {@code add}, {@code modify}, {@code delete}
 * @param lifecycle {@code in-test}: to be seen but not ordered yet; {@code launched}; {@code retired}
 * @param unavailable why it cannot be ordered, where that is so
 * @param retired since when it is no longer sold
 */
public record ProductOffering(
        String id,
        String name,
        String nameEn,
        String description,
        String descriptionEn,
        String type,
        List<String> components,
        List<String> cities,
        Price price,
        int commitmentMonths,
        String leadTime,
        List<String> actions,
        String lifecycle,
        @Nullable String unavailable,
        @Nullable String unavailableEn,
        @Nullable Instant retired,
        List<Characteristic> characteristics) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.of("Asia/Shanghai"));

    public boolean orderable() {
        return lifecycle.equals("launched");
    }

    public boolean soldIn(String city) {
        return cities.contains(city);
    }

    public String nameIn(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : name;
    }

    /** Of one that is no longer sold, also since when. */
    public @Nullable String unavailableIn(Locale locale) {
        var reason = locale.getLanguage().equals("en") ? unavailableEn : unavailable;
        return retired == null ? reason : Texts.in(locale, "catalog.retired-since", DAY.format(retired), reason);
    }

    public boolean isBundle() {
        return type.equals("bundle");
    }

    /**
     * A tariff in yuan.
     *
     * @param recurring a month and unit
     * @param unit what is counted, for example {@code 月·成员}
     */
    public record Price(BigDecimal recurring, BigDecimal oneTime, String unit, String unitEn) {}
}
