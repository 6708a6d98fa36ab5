package esop.systems.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kind of record at another system, and where in it the elements stand that both sides know. */
public enum RecordKind {
    SERVICE(
            "service",
            "/tmf-api/ServiceActivationAndConfiguration/v4/service",
            "/state",
            "/name",
            "/serviceCharacteristic"),
    PRODUCT(
            "product",
            "/tmf-api/productInventory/v4/product",
            "/status",
            "/productOffering/id",
            "/productCharacteristic"),
    RESERVATION(
            "reservation",
            "/tmf-api/resourcePoolManagement/v1/reservation",
            "/reservationState",
            "/productOfferingRef/id",
            null),
    RESOURCE_ORDER("resourceOrder", "/tmf-api/resourceOrdering/v4/resourceOrder", "/state", "/name", null),
    SERVICE_ORDER(
            "serviceOrder",
            "/tmf-api/serviceOrdering/v4/serviceOrder",
            "/state",
            "/category",
            "/serviceOrderItem/0/service/serviceCharacteristic"),
    PRODUCT_ORDER(
            "productOrder",
            "/tmf-api/productOrderingManagement/v4/productOrder",
            "/state",
            "/productOrderItem/0/productOffering/id",
            null);

    public static final String STATE = "state";
    public static final String CHARACTERISTIC = "characteristic.";

    static final String RESERVED = "reserved";
    static final String RELEASED = "released";

    /** Systems have several words for what is one to us. */
    private static final Map<String, String> RESERVATION_STATES =
            Map.of("completed", RESERVED, "confirmed", RESERVED, "approved", RESERVED, "cancelled", RELEASED);

    private final String word;
    private final String path;
    private final String state;
    private final String product;

    @Nullable
    private final String characteristics;

    RecordKind(String word, String path, String state, String product, @Nullable String characteristics) {
        this.word = word;
        this.path = path;
        this.state = state;
        this.product = product;
        this.characteristics = characteristics;
    }

    public String word() {
        return word;
    }

    String path() {
        return path;
    }

    public static RecordKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** By name, for example {@code state}, {@code customer} or {@code characteristic.bandwidth}; what the record does not say is left out. */
    public Map<String, String> elements(JsonNode body) {
        var elements = new LinkedHashMap<String, String>();
        put(elements, STATE, body.at(state));
        if (this == RESERVATION) {
            elements.computeIfPresent(STATE, (name, word) -> RESERVATION_STATES.getOrDefault(word, word));
        }
        put(elements, "product", body.at(product));
        put(elements, "customer", body.at("/relatedParty/0/id"));
        if (characteristics != null) {
            body.at(characteristics)
                    .forEach(one ->
                            put(elements, CHARACTERISTIC + one.path("name").asText(), one.path("value")));
        }
        return elements;
    }

    private static void put(Map<String, String> elements, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            elements.put(name, value.isValueNode() ? value.asText() : value.toString());
        }
    }
}
