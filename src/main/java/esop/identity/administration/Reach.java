package esop.identity.administration;

import esop.identity.Rights;
import esop.identity.administration.AdministrationRepository.Grade;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * How far an administrator reaches: only in their own part of the organisation, only people who hold no more than they do, and
 * never their own rights (ESOP 6.11.1.2). Whoever has their grade in their part they may disable and give a new password, so that
 * an administrator who leaves is not there for ever (ADR 35).
 *
 * @param rights the administrator's own
 * @param grade of their highest role
 * @param city their part, or null for the whole province
 * @param superiors everybody above them
 * @param grades of all roles
 */
record Reach(Rights rights, int grade, @Nullable String city, Set<String> superiors, Map<String, Grade> grades) {

    /** Whether they may know of somebody at all; others look like unknown people. */
    boolean sees(AdministeredPerson person) {
        return seesPart(person.city());
    }

    boolean seesPart(@Nullable String part) {
        return city == null || city.equals(part);
    }

    /** Whether they may act upon what is somebody's. */
    boolean reaches(AdministeredPerson person) {
        return "write".equals(rights.modules().get("people"))
                && sees(person)
                && !isOneself(person)
                && (isBelow(person) || isPeer(person))
                && holdsNoMore(person);
    }

    /** @throws AccessDeniedException when any difference between the two is not theirs to make */
    void check(AdministeredPerson before, AdministeredPerson after) {
        refuseUnless(!isOneself(before), "nobody changes their own rights");
        refuseUnless(
                isBelow(before) || isPeer(before) && before.hasTheRightsOf(after),
                "neither below nor an equal whose rights stay as they are");
        if (before.active() && after.equals(before.disabled())) {
            return;
        }
        refuseUnless(holdsNoMore(before) && holdsNoMore(after), "more than one holds oneself");
        var modules =
                difference(before.exceptions().entrySet(), after.exceptions().entrySet());
        for (var exception : modules) {
            refuseUnless(
                    rights.modules().containsKey(exception.getKey()) && holds(exception.getKey(), exception.getValue()),
                    "a module one may not use oneself");
        }
    }

    private boolean isOneself(AdministeredPerson person) {
        return person.id().equals(rights.person().id());
    }

    private boolean isBelow(AdministeredPerson person) {
        return !superiors.contains(person.id()) && gradeOf(person) < grade;
    }

    private boolean isPeer(AdministeredPerson person) {
        return grade > 0 && gradeOf(person) == grade && Objects.equals(person.city(), city);
    }

    private boolean holdsNoMore(AdministeredPerson person) {
        return rights.person().cities().containsAll(person.cities())
                && person.roles().stream().allMatch(role -> grades.get(role).givenBy() <= grade)
                && person.exceptions().entrySet().stream()
                        .allMatch(exception -> holds(exception.getKey(), exception.getValue()));
    }

    private boolean holds(String module, String access) {
        return rights.modules().getOrDefault(module, "none").compareTo(access) >= 0;
    }

    private int gradeOf(AdministeredPerson person) {
        return person.roles().stream()
                .mapToInt(role -> grades.get(role).held())
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
