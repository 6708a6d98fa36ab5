package esop.north;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.catalog.Characteristic;
import esop.catalog.ProductOffering;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An offering in TMF620's words, in the caller's language. */
@Component
class OfferingWords {

    static final String API = "/tmf-api/productCatalogManagement/v4";

    private final ObjectMapper json;

    OfferingWords(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode body(ProductOffering offering, Locale locale) {
        var english = locale.getLanguage().equals("en");
        var body = json.createObjectNode()
                .put("id", offering.id())
                .put("href", address(offering.id()))
                .put("@type", "ProductOffering")
                .put("name", offering.nameIn(locale))
                .put("description", english ? offering.descriptionEn() : offering.description())
                .put("isBundle", offering.isBundle())
                .put("isSellable", offering.orderable())
                .put("lifecycleStatus", status(offering));
        text(body, "statusReason", offering.unavailableIn(locale));
        if (offering.retired() != null) {
            body.putObject("validFor").put("endDateTime", offering.retired().toString());
        }
        var places = body.putArray("place");
        offering.cities().forEach(city -> places.addObject().put("id", city).put("@referredType", "GeographicArea"));
        var components = body.putArray("bundledProductOffering");
        offering.components().forEach(id -> components.addObject().put("id", id).put("href", address(id)));
        prices(body.putArray("productOfferingPrice"), offering.price(), english);
        if (offering.commitmentMonths() > 0) {
            body.putArray("productOfferingTerm")
                    .addObject()
                    .put("name", "commitment")
                    .putObject("duration")
                    .put("amount", offering.commitmentMonths())
                    .put("units", "month");
        }
        var characteristics = body.putArray("prodSpecCharValueUse");
        offering.characteristics()
                .forEach(characteristic -> characteristic(characteristics.addObject(), characteristic, locale));
        return body;
    }

    static String status(ProductOffering offering) {
        return switch (offering.lifecycle()) {
            case "launched" -> "Launched";
            case "in-test" -> "In test";
            default -> "Retired";
        };
    }

    private static String address(String id) {
        return API + "/productOffering/" + id;
    }

    private static void prices(ArrayNode prices, ProductOffering.Price price, boolean english) {
        if (price.recurring().signum() != 0) {
            price(prices.addObject(), "recurring", price.recurring())
                    .put("recurringChargePeriod", "month")
                    .put("recurringChargePeriodLength", 1)
                    .put("name", english ? price.unitEn() : price.unit());
        }
        if (price.oneTime().signum() != 0) {
            price(prices.addObject(), "oneTime", price.oneTime());
        }
    }

    private static ObjectNode price(ObjectNode body, String type, BigDecimal yuan) {
        body.put("priceType", type)
                .putObject("price")
                .putObject("taxIncludedAmount")
                .put("unit", "CNY")
                .put("value", yuan);
        return body;
    }

    private static void characteristic(ObjectNode body, Characteristic characteristic, Locale locale) {
        body.put("name", characteristic.name())
                .put("description", characteristic.labelIn(locale))
                .put("valueType", characteristic.type())
                .put("minCardinality", characteristic.required() ? 1 : 0)
                .put("maxCardinality", 1);
        var values = body.putArray("productSpecCharacteristicValue");
        var usual = characteristic.defaultValue();
        if (characteristic.options() != null) {
            characteristic
                    .options()
                    .forEach(option -> values.addObject()
                            .put("value", option.value())
                            .put("isDefault", option.value().equals(usual)));
            return;
        }
        if (usual != null) {
            values.addObject().put("isDefault", true).putPOJO("value", usual);
        }
        if (characteristic.min() != null || characteristic.max() != null || characteristic.pattern() != null) {
            var range = values.addObject().put("isDefault", false);
            number(range, "valueFrom", characteristic.min());
            number(range, "valueTo", characteristic.max());
            text(range, "regex", characteristic.pattern());
            text(
                    range,
                    "unitOfMeasure",
                    locale.getLanguage().equals("en") ? characteristic.unitEn() : characteristic.unit());
        }
    }

    private static void number(ObjectNode body, String name, @Nullable Long value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static void text(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
