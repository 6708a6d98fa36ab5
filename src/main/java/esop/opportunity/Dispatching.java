package esop.opportunity;

import esop.customer.Customers;
import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.identity.Person;
import esop.opportunity.SalesOpportunity.Entry;
import esop.opportunity.SalesOpportunity.Owner;
import esop.workflow.CaseDecisions;
import esop.workflow.Decisions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 商机分派 (ESOP 6.3.1.1): by the table {@code opportunity-receiver} or by hand, to a person or to a group; never lost, never in a circle. */
@Service
@Transactional
class Dispatching {

    static final String BY_HAND = "manual";
    static final String BY_RULE = "rule";
    static final String OWN = "own";
    static final String TABLE = "opportunity-receiver";

    private final OpportunityRepository opportunities;
    private final OpportunityEvents events;
    private final Receivers receivers;
    private final Customers customers;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Decisions decisions;
    private final CaseDecisions caseDecisions;

    Dispatching(
            OpportunityRepository opportunities,
            OpportunityEvents events,
            Receivers receivers,
            Customers customers,
            People people,
            CurrentPerson currentPerson,
            Decisions decisions,
            CaseDecisions caseDecisions) {
        this.opportunities = opportunities;
        this.events = events;
        this.receivers = receivers;
        this.customers = customers;
        this.people = people;
        this.currentPerson = currentPerson;
        this.decisions = decisions;
        this.caseDecisions = caseDecisions;
    }

    /** @return {@code rule}, {@code own} where whoever entered it works on it, or {@code manual} */
    String choose(String id) {
        var opportunity = opportunities.lock(id).orElseThrow();
        var decided = decide(opportunity);
        var receiver = receiver(String.valueOf(decided.get("receiver")), opportunity);
        if (receiver.isEmpty()) {
            opportunities.update(opportunity.dispatchTo(Owner.NOBODY.afterReturns(opportunity.owner())));
            events.add(opportunity, "opportunity.undispatched", null, why(decided));
            return BY_HAND;
        }
        var owner = receiver.get().because(decided).afterReturns(opportunity.owner());
        opportunities.update(opportunity.dispatchTo(owner));
        events.add(opportunity, "opportunity.dispatched", null, told(owner));
        return opportunity.entry().creator().equals(owner.person()) ? OWN : BY_RULE;
    }

    /** @param receiver as {@link Receivers} offers it */
    void byHand(String id, String receiver) {
        var opportunity = opportunities.lock(id).orElseThrow();
        var owner = receivers.find(receiver, opportunity.city()).orElseThrow().afterReturns(opportunity.owner());
        opportunities.update(opportunity.dispatchTo(owner));
        events.add(opportunity, "opportunity.dispatched-by-hand", actor(), told(owner));
    }

    /** @return whether it was taken */
    boolean reply(String id, boolean taken, @Nullable String reason) {
        var opportunity = opportunities.lock(id).orElseThrow();
        if (!taken) {
            opportunities.update(opportunity.giveBack(reason));
            events.add(opportunity, "opportunity.returned", actor(), Map.of("message", String.valueOf(reason)));
            return false;
        }
        var person = currentPerson.find();
        if (opportunity.owner().person() == null && person.isPresent()) {
            opportunities.update(
                    opportunity.takenBy(person.get().id(), person.get().name()));
        }
        events.add(opportunity, "opportunity.taken", actor(), Map.of());
        return true;
    }

    void silence(String id) {
        var opportunity = opportunities.lock(id).orElseThrow();
        opportunities.update(opportunity.giveBack(null));
        events.add(opportunity, "opportunity.not-taken", null, told(opportunity.owner()));
    }

    /** @param customerId null where it stays somebody we do not know yet */
    void match(String id, @Nullable String customerId) {
        var opportunity = opportunities.lock(id).orElseThrow();
        if (customerId == null) {
            events.add(opportunity, "opportunity.prospect", actor(), Map.of());
            return;
        }
        var customer = customers.find(customerId).orElseThrow();
        var entry = opportunity.entry();
        opportunities.update(opportunity.amend(new Entry(
                entry.city(),
                entry.name(),
                entry.need(),
                entry.campaign(),
                customer.id(),
                customer.name(),
                customer.level(),
                entry.industry() == null ? customer.industry() : entry.industry(),
                entry.contactName(),
                entry.contactPhone(),
                entry.acquired(),
                entry.source(),
                entry.expectedRevenue(),
                entry.deadline(),
                entry.offeringIds(),
                entry.template(),
                entry.requiredFacts(),
                entry.creator(),
                entry.creatorName(),
                entry.created())));
        events.add(opportunity, "opportunity.matched", actor(), Map.of("customer", customer.name()));
    }

    private Map<String, Object> decide(SalesOpportunity opportunity) {
        var entry = opportunity.entry();
        var returned = opportunity.owner().returnedBy();
        var manager = managerOf(opportunity);
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("returns", returned.size());
        facts.put(
                "creatorRole",
                people.find(entry.creator())
                                .filter(person -> person.hasRole("account-manager"))
                                .isPresent()
                        ? "account-manager"
                        : "other");
        facts.put("managed", manager.isPresent());
        facts.put(
                "managerReturned",
                manager.filter(person -> returned.contains(person.id())).isPresent());
        facts.put(
                "managerLoad",
                manager.map(person -> opportunities.load(person.id())).orElse(0));
        facts.put("product", entry.firstOffering());
        facts.put("industry", entry.industry());
        facts.put("revenue", entry.expectedRevenue().doubleValue());
        facts.put("city", entry.city());
        var explained = decisions.explain(TABLE, facts);
        caseDecisions.keep(opportunity.id(), explained);
        return explained.outputs().get(0);
    }

    private Optional<Person> managerOf(SalesOpportunity opportunity) {
        return Optional.ofNullable(opportunity.entry().customerId())
                .flatMap(customers::find)
                .flatMap(customer -> Optional.ofNullable(customer.manager()))
                .flatMap(people::find)
                .filter(person -> person.cities().contains(opportunity.city()));
    }

    private Optional<Owner> receiver(String word, SalesOpportunity opportunity) {
        var city = opportunity.city();
        return switch (word) {
            case "creator" -> people.find(opportunity.entry().creator()).map(person -> Receivers.person(person, city));
            case "customer-manager" -> managerOf(opportunity).map(person -> Receivers.person(person, city));
            case "least-loaded" -> leastLoaded(opportunity).map(person -> Receivers.person(person, city));
            case BY_HAND -> Optional.empty();
            default -> receivers.find("group:" + word, city);
        };
    }

    private Optional<Person> leastLoaded(SalesOpportunity opportunity) {
        return people.inGroup("account-manager@" + opportunity.city()).stream()
                .filter(person -> !opportunity.owner().returnedBy().contains(person.id()))
                .min(Comparator.comparingInt(person -> opportunities.load(person.id())));
    }

    private static Map<String, String> told(Owner owner) {
        var who = owner.personName() != null ? owner.personName() : String.valueOf(owner.group());
        var told = new HashMap<>(Map.of("receiver", who));
        if (owner.rule() != null && owner.ruleEn() != null) {
            told.put("why", owner.rule());
            told.put("whyEn", owner.ruleEn());
        }
        return told;
    }

    private static Map<String, String> why(Map<String, Object> decided) {
        return Map.of("why", String.valueOf(decided.get("why")), "whyEn", String.valueOf(decided.get("whyEn")));
    }

    private @Nullable String actor() {
        return currentPerson.find().map(Person::id).orElse(null);
    }

    /** For the form of whoever dispatches by hand. */
    List<Map<String, String>> offered(String id) {
        return receivers.all(opportunities.find(id).orElseThrow().city());
    }
}
