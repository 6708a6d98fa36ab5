package esop.workflow;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a definition is the latest.
 *
 * @param <D> what the engine keeps of a definition
 */
final class LatestVersions<D> {

    private final Known<String> ids = new Known<>();
    private final Function<D, String> id;
    private final Function<String, @Nullable D> parsed;

    /** @param parsed what the engine keeps parsed of that id, if it does */
    LatestVersions(Function<D, String> id, Function<String, @Nullable D> parsed) {
        this.id = id;
        this.parsed = parsed;
    }

    @Nullable
    D of(String key, Supplier<@Nullable D> reading) {
        var known = ids.fresh(key);
        var kept = known == null ? null : parsed.apply(known);
        if (kept != null) {
            return kept;
        }
        var read = reading.get();
        if (read != null) {
            ids.put(key, id.apply(read));
        }
        return read;
    }

    void forget() {
        ids.forget();
    }
}
