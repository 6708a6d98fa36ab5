package esop.provisioning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner as the register shows it.
 *
 * @param organizationName the unit whose people work for it
 * @param system where it takes its orders, null where its people work in ESOP
 * @param cities where it works, of the caller's
 * @param qualifications what it may install, in the words of the decision {@code si-partner}
 * @param open work it has not ended, in the caller's cities
 */
record RegisteredPartner(
        String id,
        String name,
        String nameEn,
        String organization,
        @Nullable String organizationName,
        @Nullable String organizationNameEn,
        @Nullable String system,
        List<String> cities,
        List<String> qualifications,
        boolean active,
        int open) {}
