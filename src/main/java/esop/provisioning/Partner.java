package esop.provisioning;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 集成商 SI: installs at customers' places.
 *
 * @param organization whose people work for it
 * @param system where it takes its orders, null where its people work in ESOP
 * @param qualifications what it may install, in the words of the decision {@code si-partner}
 * @param load service orders that it works on
 */
record Partner(
        String id,
        String name,
        String organization,
        @Nullable String system,
        List<String> qualifications,
        int load) {

    /** Stands for the system where there is none. */
    static final String PEOPLE = "partner";

    /** What the decision {@code si-partner} judges it by. */
    Map<String, Object> facts(String product, String city) {
        return Map.of(
                "product",
                product,
                "city",
                city,
                "partner",
                id,
                "qualifications",
                String.join(",", qualifications),
                "load",
                load);
    }

    /** Whom a step is asked of: its system, or its people. */
    String executor() {
        return system == null ? PEOPLE : system;
    }
}
