package esop.identity;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works with ESOP.
 *
 * @param id sign-on name, for example {@code account-manager.nanjing}
 * @param roles role keys, for example {@code account-manager}
 * @param partner the organization's id where it is a partner of ours, null for our own people
 * @param cities the cities whose data this person may see
 */
public record Person(
        String id,
        String name,
        String organization,
        @Nullable String partner,
        Set<String> roles,
        Set<String> cities) {

    /**
     * The engine's groups of this person: {@code role@city} for each pair. A partner's people stand for their partner, as
     * {@code partner@city}: what is given to one partner is never another's.
     */
    public Set<String> groups() {
        var groups = new TreeSet<String>();
        for (var role : roles) {
            for (var city : cities) {
                groups.add((partner == null ? role : partner) + "@" + city);
            }
        }
        return groups;
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
