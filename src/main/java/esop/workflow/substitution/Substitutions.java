package esop.workflow.substitution;

import esop.identity.Administrators;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.identity.Person;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.notice.Notices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entering and ending absences and substitutions: by oneself, by somebody above, or by an administrator who reaches the person and makes
 * nobody but others the substitute. Of others' one learns nothing.
 */
@Service
@Transactional
class Substitutions {

    private static final int LARGEST_TEAM = 500;

    private final AbsenceRepository repository;
    private final AbsenceCheck check;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Administrators administrators;
    private final AuditLog audit;
    private final Notices notices;

    Substitutions(
            AbsenceRepository repository,
            AbsenceCheck check,
            People people,
            CurrentPerson currentPerson,
            Administrators administrators,
            AuditLog audit,
            Notices notices) {
        this.repository = repository;
        this.check = check;
        this.people = people;
        this.currentPerson = currentPerson;
        this.administrators = administrators;
        this.audit = audit;
        this.notices = notices;
    }

    /** One's own, those in which one stands in, and those of one's people. */
    @Transactional(readOnly = true)
    public List<Absence> all() {
        var me = currentPerson.get();
        var whose = new ArrayList<>(people.below(me.id(), LARGEST_TEAM));
        whose.add(me);
        return repository.about(whose.stream().map(Person::id).toList(), me.id()).stream()
                .map(absence -> absence.endable(mayEnter(me, absence.person())))
                .toList();
    }

    /** For whom one may enter something: oneself first, then one's people. */
    @Transactional(readOnly = true)
    public List<Person> whose() {
        var me = currentPerson.get();
        var whose = new ArrayList<>(List.of(me));
        whose.addAll(people.below(me.id(), LARGEST_TEAM));
        return whose;
    }

    public Absence enter(AbsenceWish wish) {
        var me = currentPerson.get();
        repository.lock();
        var person = person(wish.person(), me);
        var checked = check.checked(wish, person);
        if (me.id().equals(checked.substitute()) && !isMineOrBelow(me, person.id())) {
            throw new InvalidException("substitute", Texts.get("workflow.substitution.administrator"));
        }
        var id = UUID.randomUUID();
        repository.add(id, checked, person.id(), me.id());
        record("substitution.entered", id, person, checked.substitute(), checked);
        var entered = one(id, me);
        tell(entered, "standing-in");
        return entered;
    }

    public Absence end(UUID id) {
        var me = currentPerson.get();
        repository.lock();
        var absence = repository
                .find(id)
                .filter(found -> mayEnter(me, found.person()))
                .orElseThrow(() -> new UnknownException(Texts.get("workflow.substitution.none", id.toString())));
        if (!absence.isOpen()) {
            throw new ConflictException(Texts.get("workflow.substitution.over"));
        }
        repository.end(id, me.id());
        people.find(absence.person())
                .ifPresent(person -> record("substitution.ended", id, person, absence.substitute(), null));
        tell(absence, "standing-in-ended");
        return one(id, me);
    }

    /** Whoever stands in is told for whom and when. */
    private void tell(Absence absence, String kind) {
        var days = absence.personName() + " · " + absence.firstDay() + " – " + absence.lastDay();
        var note = absence.note() == null ? days : days + " · " + absence.note();
        people.find(String.valueOf(absence.substitute()))
                .flatMap(substitute -> commonCity(absence, substitute))
                .ifPresent(city -> notices.tell(absence.substitute(), kind, null, city, note));
    }

    private Optional<String> commonCity(Absence absence, Person substitute) {
        var cities = people.find(absence.person()).map(Person::cities).orElse(Set.of());
        return substitute.cities().stream().filter(cities::contains).sorted().findFirst();
    }

    private Absence one(UUID id, Person me) {
        var absence = repository.find(id).orElseThrow();
        return absence.endable(mayEnter(me, absence.person()));
    }

    /** Somebody of whom one may not know looks like somebody who does not exist. */
    private Person person(@Nullable String id, Person me) {
        if (id == null || id.isBlank() || id.equals(me.id())) {
            return me;
        }
        return people.find(id)
                .filter(found -> mayEnter(me, found.id()))
                .orElseThrow(() -> new InvalidException("person", Texts.get("workflow.substitution.unknown", id)));
    }

    private boolean mayEnter(Person me, String person) {
        return isMineOrBelow(me, person) || administrators.mayAdminister(person);
    }

    private boolean isMineOrBelow(Person me, String person) {
        return me.id().equals(person) || people.isBelow(person, me.id());
    }

    private void record(
            String action, UUID id, Person person, @Nullable String substitute, @Nullable AbsenceWish wish) {
        var details = new HashMap<String, Object>();
        details.put("person", person.id());
        details.put("substitute", String.valueOf(substitute));
        if (wish != null) {
            details.put("firstDay", String.valueOf(wish.firstDay()));
            details.put("lastDay", String.valueOf(wish.lastDay()));
            details.put("away", wish.away());
            details.put("processes", wish.processes() == null ? "*" : wish.processes());
            details.put("cities", wish.cities() == null ? "*" : wish.cities());
            details.put("amountLimit", wish.amountLimit() == null ? "*" : wish.amountLimit());
        }
        var city = person.cities().size() == 1 ? person.cities().iterator().next() : null;
        audit.record(action, "substitution/" + id, city, details);
    }
}
