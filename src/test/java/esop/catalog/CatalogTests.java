package esop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.web.FieldError;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class CatalogTests {

    @Autowired
    private Catalog catalog;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void everyProductCanBeOrderedWithoutSayingAnything() {
        assertThat(catalog.all()).hasSizeGreaterThanOrEqualTo(7).allSatisfy(offering -> {
            assertThat(catalog.check(offering.id(), Map.of(), "c")).isEmpty();
            var completed = catalog.complete(offering.id(), Map.of());
            assertThat(catalog.check(offering.id(), completed, "c")).isEmpty();
            assertThat(completed.keySet())
                    .containsExactlyElementsOf(offering.characteristics().stream()
                            .filter(Characteristic::required)
                            .map(Characteristic::name)
                            .toList());
        });
    }

    @Test
    void productsWithoutAPathAreSeenButNotOrdered() {
        try (var unsold = UnsoldProduct.in(jdbc)) {
            assertThat(unsold).isNotNull();
            assertThat(catalog.all())
                    .filteredOn(offering -> !offering.orderable())
                    .extracting(ProductOffering::id)
                    .containsExactly(UnsoldProduct.ID);
            assertThat(catalog.find(UnsoldProduct.ID).orElseThrow().unavailableIn(Locale.ENGLISH))
                    .contains("not live yet");
        }
    }

    @Test
    void aBundleNamesItsComponentsAndTakesOverWhatTheyNeedToKnow() {
        var pack = catalog.find("enterprise-pack").orElseThrow();
        assertThat(pack.isBundle()).isTrue();
        assertThat(pack.components()).containsExactly("leased-line", "vpmn", "adc");
        assertThat(pack.price().recurring()).isEqualByComparingTo("3980");
        assertThat(catalog.complete("enterprise-pack", Map.of()))
                .containsEntry("bandwidth", "100M")
                .containsEntry("memberCount", 50)
                .containsEntry("licences", 20);
        assertThat(catalog.check("adc", Map.of(), "characteristics")).isEmpty();
    }

    @Test
    void dataCentreHostingIsSoldInSuzhouOnly() {
        var hosting = catalog.find("idc-hosting").orElseThrow();
        assertThat(hosting.soldIn("suzhou")).isTrue();
        assertThat(hosting.soldIn("nanjing")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vpmn        | memberCount       | 0          | 成员数不能小于 1              | Members: must not be below 1",
                "vpmn        | memberCount       | 100001     | 成员数不能大于 100000         | Members: must not exceed 100000",
                "vpmn        | memberCount       | many       | 成员数应为整数                | Members: must be a whole number",
                "vpmn        | shortNumberLength | 7          | 短号长度只能是：3, 4, 5, 6    | Short number length: must be one of 3, 4, 5, 6",
                "vpmn        | outgoingCalls     | maybe      | 允许网外呼叫应为是或否        | Calls outside the group: must be yes or no",
                "vpmn        | colour            | red        | 该产品没有属性“colour”        | This product has no characteristic “colour”",
                "leased-line | sitePhone         | 12         | 现场联系电话的格式不对，应为11 位手机号或带区号的固定电话 | Phone on site: wrong format, expected a mobile number of 11 digits or a landline with its area code",
                "idc-hosting | startDate         | 2026-02-30 | 期望进场日期应为日期，如 2026-11-23 | Wanted move-in date: must be a date such as 2026-11-23",
            })
    void aWrongCharacteristicIsNamedInThePersonsLanguage(
            String product, String name, String value, String chinese, String english) {
        Object typed = value.matches("\\d+") && name.equals("memberCount") ? Integer.valueOf(value) : value;
        assertThat(check(Locale.SIMPLIFIED_CHINESE, product, name, typed))
                .containsExactly(new FieldError("items[0].characteristics." + name, chinese));
        assertThat(check(Locale.ENGLISH, product, name, typed))
                .containsExactly(new FieldError("items[0].characteristics." + name, english));
    }

    @Test
    void aMandatoryCharacteristicMayBeLeftOutButNotEmptied() {
        var emptied = new HashMap<String, Object>();
        emptied.put("memberCount", null);
        assertThat(catalog.check("vpmn", emptied, "c"))
                .extracting(FieldError::message)
                .containsExactly("请填写成员数");
    }

    @Test
    void textOverItsLengthOrWithControlCharactersIsRefused() {
        assertThat(check(Locale.ENGLISH, "vpmn", "groupName", "字".repeat(60))).isEmpty();
        assertThat(check(Locale.ENGLISH, "vpmn", "groupName", "字".repeat(61)))
                .extracting(FieldError::message)
                .containsExactly("Group name: at most 60 characters");
        assertThat(check(Locale.ENGLISH, "vpmn", "groupName", "a\0b"))
                .extracting(FieldError::message)
                .containsExactly("Group name: contains characters that are not allowed");
    }

    private List<FieldError> check(Locale locale, String product, String name, Object value) {
        LocaleContextHolder.setLocale(locale);
        return catalog.check(product, Map.of(name, value), "items[0].characteristics");
    }
}
