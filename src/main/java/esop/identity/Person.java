package esop.identity;

import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who works with ESOP.
 *
 * @param id sign-on name, for example {@code account-manager.nanjing}
 * @param roles role keys, for example {@code account-manager}
 * @param cities the cities whose data this person may see
 */
public record Person(String id, String name, String organization, Set<String> roles, Set<String> cities) {

    /** The engine's groups of this person: {@code role@city} for each pair. */
    public Set<String> groups() {
        var groups = new TreeSet<String>();
        for (var role : roles) {
            for (var city : cities) {
                groups.add(role + "@" + city);
            }
        }
        return groups;
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
