package esop.provisioning;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.CurrentRights;
import esop.identity.EsopSettings;
import esop.identity.People;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Who our partners are. Two came with the schema for the demo; where there is no demo, they go before anybody is sent work. */
@Service
public class PartnerRegister implements SmartInitializingSingleton {

    private static final List<String> OF_THE_DEMO = List.of("si.yanlian", "si.local");

    private final PartnerRepository repository;
    private final People people;
    private final CurrentPerson currentPerson;
    private final CurrentRights rights;
    private final AuditLog auditLog;
    private final EsopSettings settings;
    private final TransactionOperations transaction;

    PartnerRegister(
            PartnerRepository repository,
            People people,
            CurrentPerson currentPerson,
            CurrentRights rights,
            AuditLog auditLog,
            EsopSettings settings,
            TransactionOperations transaction) {
        this.repository = repository;
        this.people = people;
        this.currentPerson = currentPerson;
        this.rights = rights;
        this.auditLog = auditLog;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * @param organization the unit whose people work for it
     * @param system where it takes its orders, null where its people work in ESOP
     * @param cities where it works
     * @param qualifications what it may install, in the words of the decision {@code si-partner}
     */
    public record Entry(
            String id,
            String name,
            String nameEn,
            String organization,
            @Nullable String system,
            List<String> cities,
            List<String> qualifications,
            boolean active) {

        boolean isDoneBySameAs(Entry other) {
            return organization.equals(other.organization) && Objects.equals(system, other.system);
        }

        /** What is another one there, as it is here. */
        Map<String, Object> differingFrom(Entry other) {
            var facts = facts();
            facts.entrySet().removeAll(other.facts().entrySet());
            return facts;
        }

        private Map<String, Object> facts() {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("name", name);
            facts.put("nameEn", nameEn);
            facts.put("organization", organization);
            facts.put("system", Objects.requireNonNullElse(system, ""));
            facts.put("cities", cities);
            facts.put("qualifications", qualifications);
            facts.put("active", active);
            return facts;
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!settings.demo()) {
            transaction.executeWithoutResult(status -> forgetTheDemos());
        }
    }

    /** One whose organization is here, or that was ever given work, belongs to a demo there was. */
    void forgetTheDemos() {
        OF_THE_DEMO.stream()
                .flatMap(id -> repository.entry(id).stream())
                .filter(partner -> !people.isPartner(partner.organization()))
                .forEach(partner -> repository.removeUnused(partner.id()));
    }

    /** Whether the caller may add and change any. */
    @Transactional(readOnly = true)
    public boolean mayChange() {
        var person = currentPerson.get();
        return people.isProvinceWide(person)
                && rights.of(person.id())
                        .filter(held -> "write".equals(held.modules().get("partners")))
                        .isPresent();
    }

    @Transactional
    public Entry add(Entry entry) {
        check(entry);
        if (!repository.add(entry)) {
            throw new ConflictException(Texts.get("provisioning.partner.twice", entry.id()));
        }
        auditLog.record("partner.add", "partner/" + entry.id(), null, Map.of("name", entry.name()));
        return entry;
    }

    /** Its number stays as it is; who does its open work, too. One that is not active goes on with that, and gets no more. */
    @Transactional
    public Entry change(Entry entry) {
        check(entry);
        var before = repository
                .lock(entry.id())
                .orElseThrow(() -> new UnknownException(Texts.get("provisioning.partner.unknown", entry.id())));
        var open = repository.partner(entry.id()).orElseThrow().load();
        if (open > 0 && !entry.isDoneBySameAs(before)) {
            throw new ConflictException(Texts.get("provisioning.partner.busy", open), Map.of("open", open));
        }
        repository.change(entry);
        auditLog.record(
                "partner.change",
                "partner/" + entry.id(),
                null,
                Map.of("before", before.differingFrom(entry), "after", entry.differingFrom(before)));
        return entry;
    }

    /** A partner works in several cities, so that only who works for all of them may say which. */
    private void check(Entry entry) {
        if (!people.isProvinceWide(currentPerson.get())) {
            throw new AccessDeniedException("partners work for the whole province");
        }
        var errors = new ArrayList<FieldError>();
        if (!people.isPartner(entry.organization())) {
            errors.add(new FieldError(
                    "organization", Texts.get("provisioning.partner.organization", entry.organization())));
        }
        if (entry.system() != null && !repository.isSystem(entry.system())) {
            errors.add(new FieldError("system", Texts.get("provisioning.partner.system", entry.system())));
        }
        var unknown =
                entry.cities().stream().filter(city -> !people.isCity(city)).toList();
        if (entry.cities().isEmpty() || !unknown.isEmpty()) {
            errors.add(new FieldError("cities", Texts.get("provisioning.partner.cities", String.join(", ", unknown))));
        }
        if (!errors.isEmpty()) {
            throw new InvalidException(errors.get(0).message(), errors);
        }
    }
}
