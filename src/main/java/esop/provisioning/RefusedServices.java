package esop.provisioning;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Services that a system has refused as they were ordered, corrected by who ordered them instead of in the fallout's task. */
public interface RefusedServices {

    /** Those of these service orders that wait for other characteristics. */
    Set<String> among(Collection<String> serviceOrderIds);

    /**
     * Sends what was refused again with these characteristics, in the current person's name.
     *
     * @param path prefix of what is reported wrong, for example {@code items[0].characteristics}
     * @return false where a colleague has taken it upon themselves, or has decided meanwhile
     * @throws esop.web.InvalidException with a line per wrong characteristic
     */
    boolean correct(String serviceOrderId, Map<String, Object> characteristics, String path);
}
