package esop.identity;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody may do at this moment.
 *
 * @param version grows with every change of these rights
 * @param client true for another system's own account, which signs on for credentials only
 * @param modules functions of the console this person may open, each {@code read} or {@code write}
 */
public record Rights(Person person, int version, boolean client, Map<String, String> modules) {

    public Rights {
        modules = Map.copyOf(new TreeMap<>(modules));
    }

    /** In Spring Security's words: {@code ROLE_manager}, {@code orders:read}, {@code orders:write}. */
    public Set<String> authorities() {
        var authorities = new TreeSet<String>();
        person.roles().forEach(role -> authorities.add("ROLE_" + role));
        modules.forEach((module, access) -> {
            authorities.add(module + ":read");
            authorities.add(module + ":" + access);
        });
        return authorities;
    }
}
