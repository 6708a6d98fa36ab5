package esop.workflow.substitution;

import esop.identity.People;
import esop.identity.Person;
import esop.web.InvalidException;
import esop.web.Texts;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may be entered: days to come, somebody who works where the absent person works, no overlap and no circle. */
@Component
class AbsenceCheck {

    private static final int LONGEST_NOTE = 300;

    private final AbsenceRepository repository;
    private final People people;
    private final RepositoryService models;

    AbsenceCheck(AbsenceRepository repository, People people, RepositoryService models) {
        this.repository = repository;
        this.people = people;
        this.models = models;
    }

    /** As it is stored: nothing chosen means all. */
    AbsenceWish checked(AbsenceWish wish, Person person) {
        var plain = new AbsenceWish(
                person.id(),
                blankToNull(wish.substitute()),
                given("firstDay", wish.firstDay()),
                given("lastDay", wish.lastDay()),
                wish.away() == null || wish.away(),
                emptyToNull(wish.processes()),
                emptyToNull(wish.cities()),
                wish.amountLimit(),
                blankToNull(wish.note()));
        days(plain);
        refuseIf(
                plain.note() != null && plain.note().length() > LONGEST_NOTE,
                "note",
                "workflow.substitution.note",
                LONGEST_NOTE);
        if (plain.substitute() == null) {
            refuseIf(!plain.away(), "substitute", "workflow.substitution.says-nothing");
            refuseIfTwice(plain, person);
            return new AbsenceWish(
                    person.id(), null, plain.firstDay(), plain.lastDay(), true, null, null, null, plain.note());
        }
        var substitute = substitute(plain, person);
        scope(plain, person, substitute);
        refuseIfTwice(plain, person);
        refuseIfAway(plain, substitute);
        repository
                .loop(person.id(), substitute.id(), plain.firstDay(), plain.lastDay())
                .ifPresent(names -> {
                    throw refused("substitute", "workflow.substitution.loop", String.join(" → ", names));
                });
        return plain;
    }

    private void days(AbsenceWish wish) {
        var today = repository.today();
        refuseIf(wish.firstDay().isBefore(today), "firstDay", "workflow.substitution.past");
        refuseIf(wish.lastDay().isBefore(wish.firstDay()), "lastDay", "workflow.substitution.backwards");
        refuseIf(wish.lastDay().isAfter(wish.firstDay().plusYears(1)), "lastDay", "workflow.substitution.too-long");
    }

    private Person substitute(AbsenceWish wish, Person person) {
        refuseIf(person.id().equals(wish.substitute()), "substitute", "workflow.substitution.oneself");
        return people.find(wish.substitute())
                .filter(found -> person.cities().stream()
                        .anyMatch(city -> people.workingIn(city, person.partner(), found.id(), 50).stream()
                                .anyMatch(one -> one.id().equals(found.id()))))
                .orElseThrow(() -> refused("substitute", "workflow.substitution.unknown", wish.substitute()));
    }

    private void scope(AbsenceWish wish, Person person, Person substitute) {
        var common = new TreeSet<>(person.cities());
        common.retainAll(substitute.cities());
        refuseIf(
                wish.cities() != null && !common.containsAll(wish.cities()),
                "cities",
                "workflow.substitution.cities",
                substitute.name());
        for (var process : wish.processes() == null ? List.<String>of() : wish.processes()) {
            var known = models.createProcessDefinitionQuery()
                            .processDefinitionKey(process)
                            .latestVersion()
                            .count()
                    > 0;
            refuseIf(!known, "processes", "workflow.process.unknown", process);
        }
        refuseIf(
                wish.amountLimit() != null
                        && (wish.amountLimit().signum() <= 0
                                || wish.amountLimit().compareTo(new BigDecimal("999999999999")) > 0),
                "amountLimit",
                "workflow.substitution.amount");
    }

    /** Two absences, or two substitutes for the same work, on the same day. */
    private void refuseIfTwice(AbsenceWish wish, Person person) {
        repository.during(person.id(), wish.firstDay(), wish.lastDay()).stream()
                .filter(other -> wish.substitute() == null
                        ? other.substitute() == null
                        : other.substitute() != null
                                && meet(wish.processes(), other.processes())
                                && meet(wish.cities(), other.cities()))
                .findFirst()
                .ifPresent(other -> {
                    throw refused(
                            "firstDay",
                            other.substituteName() == null
                                    ? "workflow.substitution.overlap-absence"
                                    : "workflow.substitution.overlap",
                            other.firstDay(),
                            other.lastDay(),
                            other.substituteName());
                });
    }

    /** Who is away is no help, unless somebody stands in for them. */
    private void refuseIfAway(AbsenceWish wish, Person substitute) {
        var away = repository.during(substitute.id(), wish.firstDay(), wish.lastDay());
        if (away.stream().noneMatch(other -> other.substitute() != null)) {
            away.stream().filter(Absence::away).findFirst().ifPresent(other -> {
                throw refused(
                        "substitute",
                        "workflow.substitution.away",
                        substitute.name(),
                        other.firstDay(),
                        other.lastDay());
            });
        }
    }

    private static boolean meet(@Nullable List<String> one, @Nullable List<String> other) {
        return one == null || other == null || !Collections.disjoint(new HashSet<>(one), other);
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidException(field, Texts.get("web.missing"));
        }
        return value;
    }

    private static void refuseIf(boolean wrong, String field, String key, Object... values) {
        if (wrong) {
            throw refused(field, key, values);
        }
    }

    private static InvalidException refused(String field, String key, @Nullable Object... values) {
        var words = new Object[values.length];
        for (var i = 0; i < values.length; i++) {
            words[i] = values[i] instanceof Number number ? number : String.valueOf(values[i]);
        }
        return new InvalidException(field, Texts.get(key, words));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable List<String> emptyToNull(@Nullable List<String> words) {
        return words == null || words.isEmpty()
                ? null
                : words.stream().distinct().sorted().toList();
    }
}
