package esop.opportunity;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Whose an opportunity is at a moment. */
@Component
class OpportunityRights {

    private final CurrentPerson currentPerson;

    OpportunityRights(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    /** Its owner, or the people of the group that has it: they decide how it goes on. */
    boolean mayAct(SalesOpportunity opportunity) {
        return currentPerson.find().filter(person -> owns(opportunity, person)).isPresent();
    }

    void requireAct(SalesOpportunity opportunity) {
        if (!mayAct(opportunity)) {
            throw new AccessDeniedException("somebody else's opportunity");
        }
    }

    /** Besides them whoever helps, and the opportunity administrators: they write what is known. */
    boolean mayWork(SalesOpportunity opportunity) {
        var helping = opportunity.owner().collaborating();
        return currentPerson
                .find()
                .filter(person -> owns(opportunity, person)
                        || person.hasRole("opportunity-admin")
                        || helping != null && person.groups().contains(helping))
                .isPresent();
    }

    private static boolean owns(SalesOpportunity opportunity, Person person) {
        var owner = opportunity.owner();
        return person.id().equals(owner.person())
                || owner.person() == null
                        && owner.group() != null
                        && person.groups().contains(owner.group());
    }

    void requireWork(SalesOpportunity opportunity) {
        if (!mayWork(opportunity)) {
            throw new AccessDeniedException("somebody else's opportunity");
        }
    }

    /** Whoever works on it, raised it, or leads those who do. */
    boolean mayEnd(SalesOpportunity opportunity) {
        var person = currentPerson.get();
        return mayWork(opportunity)
                || leads()
                || person.id().equals(opportunity.entry().creator());
    }

    /** What binds a customer is not for those to change who would else have to ask for a waiver. */
    boolean mayChangeTerms() {
        return leads();
    }

    void requireTerms() {
        if (!mayChangeTerms()) {
            throw new AccessDeniedException("terms are for managers to change");
        }
    }

    private boolean leads() {
        return currentPerson.get().hasRole("manager");
    }

    void requireEnd(SalesOpportunity opportunity) {
        if (!mayEnd(opportunity)) {
            throw new AccessDeniedException("somebody else's opportunity");
        }
    }
}
