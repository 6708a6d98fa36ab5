package esop.identity.administration;

import esop.identity.Rights;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * How far an administrator reaches: only what they hold themselves, only people below themselves, only in their own part of the
 * organisation, and never their own rights (ESOP 6.11.1.2).
 *
 * @param rights the administrator's own
 * @param grade of their highest role
 * @param city their part, or null for the whole province
 * @param superiors everybody above them
 * @param grades of all roles
 */
record Reach(Rights rights, int grade, @Nullable String city, Set<String> superiors, Map<String, Integer> grades) {

    /** Whether they may know of somebody at all; others look like unknown people. */
    boolean sees(AdministeredPerson person) {
        return seesPart(person.city());
    }

    boolean seesPart(@Nullable String part) {
        return city == null || city.equals(part);
    }

    /** @throws AccessDeniedException when any difference between the two is not theirs to make */
    void check(AdministeredPerson before, AdministeredPerson after) {
        refuseUnless(!before.id().equals(rights.person().id()), "nobody changes their own rights");
        refuseUnless(!superiors.contains(before.id()), "a superior is not below");
        refuseUnless(gradeOf(before.roles()) < grade, "somebody of the same grade is not below");
        for (var role : difference(before.roles(), after.roles())) {
            refuseUnless(grades.getOrDefault(role, Integer.MAX_VALUE) <= grade, "a role above one's own grade");
        }
        refuseUnless(
                rights.person().cities().containsAll(difference(before.cities(), after.cities())),
                "a city one does not have oneself");
        var modules =
                difference(before.exceptions().entrySet(), after.exceptions().entrySet());
        for (var exception : modules) {
            var held = rights.modules().getOrDefault(exception.getKey(), "none");
            refuseUnless(
                    held.compareTo(exception.getValue()) >= 0 && !held.equals("none"),
                    "a module one may not use oneself");
        }
    }

    private int gradeOf(Set<String> roles) {
        return roles.stream()
                .mapToInt(role -> grades.getOrDefault(role, 0))
                .max()
                .orElse(0);
    }

    private static <T> Set<T> difference(Set<T> one, Set<T> other) {
        var difference = new HashSet<T>();
        one.stream().filter(element -> !other.contains(element)).forEach(difference::add);
        other.stream().filter(element -> !one.contains(element)).forEach(difference::add);
        return difference;
    }

    private static void refuseUnless(boolean allowed, String reason) {
        if (!allowed) {
            throw new AccessDeniedException(reason);
        }
    }
}
