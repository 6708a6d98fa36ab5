package esop.identity.administration;

import esop.identity.Administrators;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.CurrentRights;
import esop.identity.ReservedNames;
import esop.identity.administration.AdministeredPerson.Wish;
import esop.identity.administration.AdministrationRepository.Role;
import esop.identity.signon.Passwords;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do to people's accounts and rights; everything leaves its trace in the audit log. */
@Service
@Transactional
class Administration implements Administrators {

    private final AdministrationRepository people;
    private final CurrentPerson currentPerson;
    private final CurrentRights currentRights;
    private final Passwords passwords;
    private final AuditLog audit;
    private final List<ReservedNames> reserved;

    Administration(
            AdministrationRepository people,
            CurrentPerson currentPerson,
            CurrentRights currentRights,
            Passwords passwords,
            AuditLog audit,
            List<ReservedNames> reserved) {
        this.people = people;
        this.currentPerson = currentPerson;
        this.currentRights = currentRights;
        this.passwords = passwords;
        this.audit = audit;
        this.reserved = reserved;
    }

    @Transactional(readOnly = true)
    public Page<AdministeredPerson> people(String text, @Nullable String organization, Paging paging) {
        return people.people(reach().city(), text, organization, paging);
    }

    /** The roles this administrator may give. */
    @Transactional(readOnly = true)
    public List<Role> roles() {
        return people.roles(reach().grade(), Texts.isEnglish());
    }

    public AdministeredPerson add(String id, String name, String organization, String password, Wish wish) {
        var reach = reach();
        var part = people.cityOf(organization).filter(city -> reach.seesPart(city.orElse(null)));
        if (part.isEmpty()) {
            throw new InvalidException("organization", Texts.get("identity.unknown-organization", organization));
        }
        if (people.lock(id).isPresent()) {
            throw new ConflictException(Texts.get("identity.name-taken", id));
        }
        if (people.readsLikeAClient(id) || reserved.stream().anyMatch(names -> names.reserves(id))) {
            throw new ConflictException(Texts.get("identity.name-reserved", id));
        }
        checkWords(wish);
        var nobody = new AdministeredPerson(
                id, name, organization, part.get().orElse(null), null, true, Set.of(), Set.of(), Map.of(), 1);
        reach.check(nobody, nobody.with(wish));
        people.add(id, name, organization, currentPerson.get().id(), passwords.hash(password));
        people.store(nobody.with(wish));
        record("person.added", nobody.with(wish), details(wish));
        return people.find(id).orElseThrow();
    }

    public AdministeredPerson change(String id, int revision, Wish wish) {
        var reach = reach();
        var before = below(id, reach);
        if (before.revision() != revision) {
            throw new ConflictException(Texts.get("web.detail.conflict"), Map.of("revision", before.revision()));
        }
        checkWords(wish);
        reach.check(before, before.with(wish));
        people.store(before.with(wish));
        if (!wish.active()) {
            people.endSessions(id);
        }
        record(
                "rights.changed",
                before,
                Map.of(
                        "before",
                        details(new Wish(before.active(), before.roles(), before.cities(), before.exceptions())),
                        "after",
                        details(wish)));
        return people.find(id).orElseThrow();
    }

    /** A new password for somebody within reach; whoever is signed on with the old one is signed on no longer. */
    public void setPassword(String id, String password) {
        var reach = reach();
        var person = below(id, reach);
        reach.check(person, person);
        people.setPassword(id, passwords.hash(password));
        people.endSessions(id);
        record("password.set", person, Map.of());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayAdminister(String id) {
        var reach = reach();
        return people.find(id).filter(reach::reaches).isPresent();
    }

    /** How far the signed-on person reaches. */
    @Transactional(readOnly = true)
    public Reach reach() {
        var person = currentPerson.get();
        var rights = currentRights
                .of(person.id())
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("disabled meanwhile"));
        var self = people.find(person.id()).orElseThrow();
        var grades = people.grades();
        var grade = person.roles().stream()
                .mapToInt(role -> grades.get(role).held())
                .max()
                .orElse(0);
        return new Reach(rights, grade, self.city(), people.superiors(person.id()), grades);
    }

    private AdministeredPerson below(String id, Reach reach) {
        return people.lock(id)
                .filter(reach::sees)
                .orElseThrow(() -> new UnknownException(Texts.get("identity.unknown-person", id)));
    }

    private void checkWords(Wish wish) {
        known("roles", wish.roles(), people.grades().keySet());
        known("cities", wish.cities(), people.cities());
        known("exceptions", wish.exceptions().keySet(), people.modules());
        known("exceptions", wish.exceptions().values(), Set.of("none", "read", "write"));
    }

    private static void known(String field, Collection<String> words, Set<String> vocabulary) {
        for (var word : words) {
            if (!vocabulary.contains(word)) {
                throw new InvalidException(field, Texts.get("identity.unknown-word", word));
            }
        }
    }

    private void record(String action, AdministeredPerson person, Map<String, ?> details) {
        audit.record(action, "person/" + person.id(), person.city(), details);
    }

    private static Map<String, ?> details(Wish wish) {
        return Map.of(
                "active",
                wish.active(),
                "roles",
                wish.roles(),
                "cities",
                wish.cities(),
                "exceptions",
                wish.exceptions());
    }
}
