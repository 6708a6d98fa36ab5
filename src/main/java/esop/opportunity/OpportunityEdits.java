package esop.opportunity;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people write down of an opportunity: its entry, what is known, what is offered and agreed.
 *
 * <p>Each change may say which revision was seen, and throws {@link esop.web.UnknownException} when there is none, {@link ConflictException} where
 * it has changed since or is not where that can be done, {@link InvalidException} with a line per wrong field, and
 * {@link org.springframework.security.access.AccessDeniedException} where it is somebody else's.
 */
@Service
@Transactional
public class OpportunityEdits {

    private final OpportunityIntake intake;
    private final OpportunityLock lock;
    private final OpportunityRepository opportunities;
    private final OpportunityEvents events;
    private final OpportunityProcess process;
    private final OpportunityRights rights;
    private final OpportunityNews news;
    private final SolutionCheck solutions;
    private final Agreements agreements;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;

    OpportunityEdits(
            OpportunityIntake intake,
            OpportunityLock lock,
            OpportunityRepository opportunities,
            OpportunityEvents events,
            OpportunityProcess process,
            OpportunityRights rights,
            OpportunityNews news,
            SolutionCheck solutions,
            Agreements agreements,
            CurrentPerson currentPerson,
            AuditLog audit) {
        this.intake = intake;
        this.lock = lock;
        this.opportunities = opportunities;
        this.events = events;
        this.process = process;
        this.rights = rights;
        this.news = news;
        this.solutions = solutions;
        this.agreements = agreements;
        this.currentPerson = currentPerson;
        this.audit = audit;
    }

    /** Takes one in and starts its process, both or neither. */
    public SalesOpportunity enter(NewOpportunity wish) {
        return intake.enter(wish);
    }

    /** What is left out is no longer there, but for the phone number, which nobody need know to change the rest. */
    public SalesOpportunity amend(String id, NewOpportunity wish) {
        return lock.change(id, wish.revision(), opportunity -> {
            rights.requireWork(opportunity);
            var amended = intake.amend(opportunity, wish);
            var changes = EntryChanges.between(opportunity.entry(), amended.entry());
            if (changes.isEmpty()) {
                return;
            }
            opportunities.update(amended);
            process.shownChanged(amended);
            events.add(amended, "opportunity.amended", actor(), changes.asParameters());
            audit.record("opportunity.amend", "opportunity/" + id, amended.city(), Map.of("fields", changes.fields()));
            news.tellCrm(id);
        });
    }

    public SalesOpportunity know(String id, @Nullable Integer revision, Map<String, Object> facts) {
        return lock.change(id, revision, opportunity -> {
            rights.requireWork(opportunity);
            var known = opportunity.know(checked(facts));
            opportunities.update(known);
            process.factsChanged(known);
            events.add(known, "opportunity.facts", actor(), Map.of());
        });
    }

    private static Map<String, @Nullable Object> checked(Map<String, Object> facts) {
        var errors = new ArrayList<FieldError>();
        Map<String, @Nullable Object> checked = new HashMap<>();
        facts.forEach((key, value) -> {
            var fact = Fact.named(key);
            if (fact.isEmpty()) {
                errors.add(OpportunityCheck.error(key, "unknown-fact", key));
            } else if (!fact.get().accepts(value)) {
                errors.add(OpportunityCheck.error(key, "fact"));
            } else {
                checked.put(key, value instanceof String text && text.isBlank() ? null : value);
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("opportunity.invalid"), errors);
        }
        return checked;
    }

    /** Name and number of whom to call, recorded with who wanted to know. */
    public SalesOpportunity.Contact contact(String id) {
        var opportunity = lock.change(id, null, rights::requireWork);
        audit.record("opportunity.contact-revealed", "opportunity/" + id, opportunity.city(), Map.of());
        return opportunity.entry().contact();
    }

    public SalesOpportunity propose(String id, ProposedSolution proposed) {
        return lock.change(id, proposed.revision(), opportunity -> {
            rights.requireWork(opportunity);
            if (opportunity.solutionState().equals("submitted")) {
                throw new ConflictException(Texts.get("opportunity.being-approved"));
            }
            var changed = opportunity.propose(solutions.read(proposed, opportunity.city()));
            opportunities.update(changed);
            events.add(
                    changed,
                    "opportunity.proposed",
                    actor(),
                    Map.of("value", changed.solution().value().toPlainString()));
            news.tellCrmOfQuote(id);
        });
    }

    public SalesOpportunity agree(String id, Agreement.Wish wish) {
        return lock.change(id, wish.revision(), opportunity -> {
            rights.requireWork(opportunity);
            var agreement = agreements.save(opportunity, wish);
            opportunities.update(opportunity);
            events.add(opportunity, "opportunity.agreement", actor(), Map.of("number", agreement.number()));
        });
    }

    /** @param kind {@code signed} or {@code other} */
    public SalesOpportunity attach(String id, String kind, String name, byte[] content) {
        return lock.change(id, null, opportunity -> {
            rights.requireWork(opportunity);
            agreements.attach(opportunity, kind, name, content, actor());
            opportunities.update(opportunity);
            events.add(opportunity, "opportunity.attached", actor(), Map.of("name", name));
        });
    }

    private String actor() {
        return currentPerson.get().id();
    }
}
