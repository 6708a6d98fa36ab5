package esop.provisioning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends calls again that were given up and lie in no fallout, such as news for the CRM, a customer or a listener (ESOP 6.11.2). */
public interface CallResends {

    /**
     * @param outcome {@code queued}, or why not: {@code not-given-up}, {@code overtaken}, {@code busy}, {@code gone}, {@code in-fallout},
     *     {@code decided} (its fallout was resolved otherwise), {@code not-yours} or {@code system-down}
     */
    record Resent(String key, String outcome) {}

    /**
     * Each for itself; the calls then show what really becomes of them.
     *
     * @param keys all of them visible to the caller: an unknown one is refused with 422
     */
    List<Resent> again(List<String> keys, @Nullable String note);
}
