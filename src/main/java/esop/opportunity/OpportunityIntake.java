package esop.opportunity;

import esop.catalog.Catalog;
import esop.customer.Customer;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.opportunity.SalesOpportunity.Entry;
import esop.opportunity.SalesOpportunity.Mirror;
import esop.opportunity.SalesOpportunity.Owner;
import esop.opportunity.SalesOpportunity.Progress;
import esop.web.InvalidException;
import esop.web.Texts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes an opportunity in: the row, its first line in the timeline and its process come into being together or not at all. */
@Service
class OpportunityIntake {

    /** Whose role is a channel of its own; of several, the first. */
    private static final Map<String, String> CHANNELS = Map.of(
            "account-manager", "account-manager",
            "tele-manager", "tele-manager",
            "hotline", "hotline",
            "hall", "hall",
            "web", "website",
            "agency", "agent",
            "crm", "crm",
            "bi", "bi");

    private final OpportunityCheck check;
    private final OpportunityRepository opportunities;
    private final OpportunityEvents events;
    private final OpportunityProcess process;
    private final OpportunityTemplateRepository templates;
    private final Catalog catalog;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;
    private final Clock clock;

    OpportunityIntake(
            OpportunityCheck check,
            OpportunityRepository opportunities,
            OpportunityEvents events,
            OpportunityProcess process,
            OpportunityTemplateRepository templates,
            Catalog catalog,
            CurrentPerson currentPerson,
            AuditLog audit,
            Clock clock) {
        this.check = check;
        this.opportunities = opportunities;
        this.events = events;
        this.process = process;
        this.templates = templates;
        this.catalog = catalog;
        this.currentPerson = currentPerson;
        this.audit = audit;
        this.clock = clock;
    }

    SalesOpportunity enter(NewOpportunity wish) {
        return enter(wish, Solution.NONE);
    }

    /** Another one like it, because its agreement ends on that day. */
    SalesOpportunity renew(SalesOpportunity last, String name, LocalDate ends) {
        var entry = last.entry();
        var wish = new NewOpportunity(
                entry.customerId(),
                entry.customerName(),
                entry.city(),
                name,
                entry.need(),
                null,
                entry.industry(),
                entry.contactName(),
                entry.contactPhone(),
                null,
                null,
                entry.expectedRevenue(),
                ends.toString(),
                last.solution().items().stream()
                        .<@Nullable String>map(Solution.Item::offeringId)
                        .toList(),
                null,
                null);
        return enter(wish, last.solution());
    }

    private SalesOpportunity enter(NewOpportunity wish, Solution solution) {
        var person = currentPerson.get();
        refuseInvalid(wish);
        var template = template(wish);
        var entered = new SalesOpportunity(
                opportunities.nextId(),
                entry(wish, template, person.id(), person.name(), sourceOf(person), null),
                Owner.NOBODY,
                Progress.BEGUN,
                Map.of(),
                Solution.NONE,
                "draft",
                null,
                null,
                Mirror.NONE,
                null,
                1);
        opportunities.insert(entered);
        events.add(
                entered,
                "opportunity.created",
                person.id(),
                Map.of(
                        "customer",
                        entered.entry().customerName(),
                        "source",
                        entered.entry().source()));
        audit.record(
                "opportunity.create",
                "opportunity/" + entered.id(),
                entered.city(),
                Map.of("customer", entered.entry().customerName()));
        var instance = process.start(entered);
        var begun = opportunities.lock(entered.id()).orElseThrow();
        opportunities.update((solution.items().isEmpty() ? begun : begun.propose(solution)).startedAs(instance));
        return opportunities.find(entered.id()).orElseThrow();
    }

    /** What may be changed while it is under way: everything that was entered, but not whose it is, nor with whom we have agreed. */
    SalesOpportunity amend(SalesOpportunity known, NewOpportunity wish) {
        refuseInvalid(wish);
        var entry = known.entry();
        var customer = check.customer(wish.customerId());
        if (customer.isPresent() && !customer.get().city().equals(entry.city())) {
            throw new InvalidException("customerId", Texts.get("opportunity.invalid.other-city"));
        }
        var agreed = known.agreed();
        if (agreed != null
                && agreed.isSettled()
                && !Objects.equals(customer.map(Customer::id).orElse(null), entry.customerId())) {
            throw new InvalidException("customerId", Texts.get("opportunity.invalid.agreed"));
        }
        return known.amend(entry(wish, Optional.empty(), entry.creator(), entry.creatorName(), entry.source(), entry));
    }

    private void refuseInvalid(NewOpportunity wish) {
        var errors = check.check(wish);
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("opportunity.invalid"), errors);
        }
    }

    private Optional<OpportunityTemplate> template(NewOpportunity wish) {
        if (wish.templateId() == null || wish.templateId().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(templates
                .find(wish.templateId())
                .orElseThrow(() -> new InvalidException(
                        "templateId", Texts.get("opportunity.invalid.unknown-template", wish.templateId()))));
    }

    private Entry entry(
            NewOpportunity wish,
            Optional<OpportunityTemplate> template,
            String creator,
            String creatorName,
            String source,
            @Nullable Entry before) {
        var customer = check.customer(wish.customerId());
        var deadline = day(wish.deadline());
        return new Entry(
                before != null ? before.city() : customer.map(Customer::city).orElseGet(() -> city(wish)),
                Objects.requireNonNull(wish.name()).strip(),
                orElse(wish.need(), template.map(OpportunityTemplate::need)),
                orElse(wish.campaign(), Optional.empty()),
                customer.map(Customer::id).orElse(null),
                customer.map(Customer::name)
                        .orElseGet(() ->
                                Objects.requireNonNull(wish.customerName()).strip()),
                customer.map(Customer::level).orElse(null),
                orElse(
                        wish.industry(),
                        customer.map(Customer::industry).or(() -> template.map(OpportunityTemplate::industry))),
                contactName(wish, customer, before),
                contactPhone(wish, customer, before),
                Optional.ofNullable(day(wish.acquired()))
                        .orElseGet(() -> before == null ? check.today() : before.acquired()),
                wish.source() == null ? source : wish.source(),
                wish.expectedRevenue() == null
                        ? template.map(OpportunityTemplate::revenue).orElse(BigDecimal.ZERO)
                        : wish.expectedRevenue(),
                deadline != null
                        ? deadline
                        : template.map(OpportunityTemplate::deadlineDays)
                                .map(days -> check.today().plusDays(days))
                                .orElse(null),
                offerings(wish, template),
                before != null
                        ? before.template()
                        : template.map(OpportunityTemplate::name).orElse(null),
                before != null
                        ? before.requiredFacts()
                        : template.map(OpportunityTemplate::requiredFacts).orElse(List.of()),
                creator,
                creatorName,
                before != null ? before.created() : clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** At the entry, and with another customer, that customer's own contact is who to call where nobody else is named. */
    private static Optional<Customer.Contact> usualContact(Optional<Customer> customer, @Nullable Entry before) {
        return customer.filter(one -> before == null || !one.id().equals(before.customerId()))
                .flatMap(Customer::contact);
    }

    private static @Nullable String contactName(
            NewOpportunity wish, Optional<Customer> customer, @Nullable Entry before) {
        return orElse(wish.contactName(), usualContact(customer, before).map(Customer.Contact::name));
    }

    private static @Nullable String contactPhone(
            NewOpportunity wish, Optional<Customer> customer, @Nullable Entry before) {
        var usual = usualContact(customer, before).map(Customer.Contact::phone);
        return before != null && wish.contactPhone() == null && usual.isEmpty()
                ? before.contactPhone()
                : orElse(wish.contactPhone(), usual);
    }

    private List<String> offerings(NewOpportunity wish, Optional<OpportunityTemplate> template) {
        if (wish.offeringIds() != null && !wish.offeringIds().isEmpty()) {
            return wish.offeringIds().stream()
                    .<String>map(Objects::requireNonNull)
                    .distinct()
                    .toList();
        }
        return template.map(OpportunityTemplate::offeringId)
                .filter(id -> catalog.find(id).isPresent())
                .map(List::of)
                .orElse(List.of());
    }

    private String city(NewOpportunity wish) {
        return wish.city() != null
                ? wish.city()
                : currentPerson.get().cities().iterator().next();
    }

    private static String sourceOf(Person person) {
        return person.roles().stream()
                .filter(CHANNELS::containsKey)
                .map(CHANNELS::get)
                .findFirst()
                .orElse(person.partner() == null ? "department" : "partner");
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text);
    }

    private static @Nullable String orElse(@Nullable String text, Optional<String> otherwise) {
        return text == null || text.isBlank() ? otherwise.orElse(null) : text.strip();
    }
}
