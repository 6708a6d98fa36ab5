package esop.opportunity;

import esop.catalog.Catalog;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 商机模板 (ESOP 6.3.1.2): kept by the opportunity administrators of a city; what was made from one keeps what it said. */
@Service
@Transactional
public class OpportunityTemplates {

    private final OpportunityTemplateRepository repository;
    private final Catalog catalog;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;
    private final Clock clock;

    OpportunityTemplates(
            OpportunityTemplateRepository repository,
            Catalog catalog,
            CurrentPerson currentPerson,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.catalog = catalog;
        this.currentPerson = currentPerson;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<OpportunityTemplate> all() {
        return repository.all();
    }

    /**
     * @throws InvalidException with a line per wrong field
     * @throws ConflictException where the name is taken
     */
    public OpportunityTemplate add(OpportunityTemplate.Wish wish) {
        var template = template(repository.nextId(), wish, keeper(), 1);
        store(template, () -> repository.insert(template));
        record("opportunity-template.add", template);
        return template;
    }

    /** @throws ConflictException where it was changed since it was read, or the name is taken */
    public OpportunityTemplate change(String id, OpportunityTemplate.Wish wish) {
        var person = keeper();
        var known = known(id);
        if (!Objects.equals(wish.revision(), known.revision())) {
            throw stale();
        }
        var template = template(id, wish, person, known.revision() + 1);
        store(template, () -> {
            if (!repository.update(template)) {
                throw stale();
            }
        });
        record("opportunity-template.change", template);
        return template;
    }

    /** What was made from it stays as it is. */
    public void remove(String id) {
        keeper();
        var known = known(id);
        repository.delete(id);
        record("opportunity-template.remove", known);
    }

    private Person keeper() {
        var person = currentPerson.get();
        if (!person.hasRole("opportunity-admin") && !person.hasRole("manager")) {
            throw new AccessDeniedException("keeps no templates");
        }
        return person;
    }

    private OpportunityTemplate known(String id) {
        return repository
                .find(id)
                .orElseThrow(() -> new UnknownException(Texts.get("opportunity.unknown-template", id)));
    }

    private OpportunityTemplate template(String id, OpportunityTemplate.Wish wish, Person person, int revision) {
        var errors = new ArrayList<FieldError>();
        if (wish.name() == null || wish.name().isBlank()) {
            errors.add(OpportunityCheck.error("name", "required"));
        }
        OpportunityCheck.text(wish.name(), "name", 60, errors);
        OpportunityCheck.text(wish.industry(), "industry", 64, errors);
        OpportunityCheck.text(wish.need(), "need", 2_000, errors);
        if (wish.offeringId() != null
                && !wish.offeringId().isBlank()
                && catalog.find(wish.offeringId()).isEmpty()) {
            errors.add(OpportunityCheck.error("offeringId", "unknown-product", wish.offeringId()));
        }
        if (wish.revenue() != null && wish.revenue().signum() < 0) {
            errors.add(OpportunityCheck.error("revenue", "amount"));
        }
        if (wish.deadlineDays() != null && (wish.deadlineDays() < 1 || wish.deadlineDays() > 1_000)) {
            errors.add(OpportunityCheck.error("deadlineDays", "days"));
        }
        var facts = Objects.requireNonNullElse(wish.requiredFacts(), List.<String>of());
        for (var i = 0; i < facts.size(); i++) {
            if (facts.get(i) == null || Fact.named(facts.get(i)).isEmpty()) {
                errors.add(OpportunityCheck.error("requiredFacts[" + i + "]", "unknown-fact", facts.get(i)));
            }
        }
        var city = city(wish, person);
        if (city == null) {
            errors.add(OpportunityCheck.error("city", "city"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("opportunity.invalid"), errors);
        }
        return new OpportunityTemplate(
                id,
                Objects.requireNonNull(city),
                Objects.requireNonNull(wish.name()).strip(),
                blank(wish.industry()),
                blank(wish.offeringId()),
                blank(wish.need()),
                wish.revenue(),
                wish.deadlineDays(),
                facts.stream().<String>map(Objects::requireNonNull).distinct().toList(),
                person.id(),
                person.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                revision);
    }

    private static @Nullable String city(OpportunityTemplate.Wish wish, Person person) {
        if (wish.city() != null) {
            return person.cities().contains(wish.city()) ? wish.city() : null;
        }
        return person.cities().size() == 1 ? person.cities().iterator().next() : null;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void store(OpportunityTemplate template, Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            var sentence = Texts.get("opportunity.template-name-taken", template.name());
            throw new ConflictException(sentence, List.of(new FieldError("name", sentence)));
        }
    }

    private static ConflictException stale() {
        return new ConflictException(Texts.get("opportunity.stale"));
    }

    private void record(String action, OpportunityTemplate template) {
        audit.record(action, "opportunity-template/" + template.id(), template.city(), Map.of("name", template.name()));
    }
}
