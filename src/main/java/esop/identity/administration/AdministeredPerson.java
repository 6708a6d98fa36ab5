package esop.identity.administration;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as administrators see them.
 *
 * @param organization id of the department
 * @param city whose department that is, or null in the province
 * @param exceptions modules opened ({@code read}, {@code write}) or closed ({@code none}) for this person past their roles
 * @param revision rises with each change of their rights
 */
record AdministeredPerson(
        String id,
        String name,
        String organization,
        @Nullable String city,
        @Nullable String superior,
        boolean active,
        Set<String> roles,
        Set<String> cities,
        Map<String, String> exceptions,
        int revision) {

    AdministeredPerson with(Wish wish) {
        return new AdministeredPerson(
                id,
                name,
                organization,
                city,
                superior,
                wish.active(),
                wish.roles(),
                wish.cities(),
                wish.exceptions(),
                revision);
    }

    AdministeredPerson disabled() {
        return with(new Wish(false, roles, cities, exceptions));
    }

    boolean hasTheRightsOf(AdministeredPerson other) {
        return roles.equals(other.roles) && cities.equals(other.cities) && exceptions.equals(other.exceptions);
    }

    /** What an administrator wants somebody's rights to be. */
    record Wish(boolean active, Set<String> roles, Set<String> cities, Map<String, String> exceptions) {}
}
