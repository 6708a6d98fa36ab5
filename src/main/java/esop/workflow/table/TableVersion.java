package esop.workflow.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a table that somebody, or the start of a new package, has deployed beside the package.
 *
 * @param origin {@code edited}, {@code imported}, {@code returned}, {@code kept} or {@code package}
 * @param basedOn the version it was made from
 * @param packageHash of the packaged table as it was then
 */
record TableVersion(
        String decision,
        int version,
        String origin,
        int basedOn,
        @Nullable String person,
        String note,
        String packageHash,
        Instant at) {

    /** Whether it is to go on when the package is deployed again. */
    boolean isOurs() {
        return !origin.equals("package");
    }
}
