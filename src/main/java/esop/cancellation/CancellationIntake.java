package esop.cancellation;

import esop.cancellation.CancellationCheck.Checked;
import esop.cancellation.ServiceCancellation.Entry;
import esop.cancellation.ServiceCancellation.Settlement;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.identity.Person;
import esop.provisioning.Subscription;
import esop.provisioning.Subscriptions;
import esop.web.ConflictException;
import esop.web.Texts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 填写业务撤销单 (ESOP 6.3.2.1.1.2(1)): the row, its first line in the timeline and its process come into being together or not at all. */
@Service
class CancellationIntake {

    private static final Set<String> MANAGERS = Set.of("account-manager", "tele-manager");

    private final CancellationCheck check;
    private final CancellationRepository cancellations;
    private final CancellationEvents events;
    private final CancellationProcess process;
    private final Penalties penalties;
    private final Subscriptions subscriptions;
    private final People people;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;
    private final Clock clock;

    CancellationIntake(
            CancellationCheck check,
            CancellationRepository cancellations,
            CancellationEvents events,
            CancellationProcess process,
            Penalties penalties,
            Subscriptions subscriptions,
            People people,
            CurrentPerson currentPerson,
            AuditLog audit,
            Clock clock) {
        this.check = check;
        this.cancellations = cancellations;
        this.events = events;
        this.process = process;
        this.penalties = penalties;
        this.subscriptions = subscriptions;
        this.people = people;
        this.currentPerson = currentPerson;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Line> assess(NewCancellation wish) {
        var checked = check.check(wish, false);
        return penalties.lines(checked.subscriptions(), checked.customer().level(), checked.day());
    }

    @Transactional
    ServiceCancellation enter(NewCancellation wish) {
        var checked = check.check(wish, true);
        refuseBusy(checked.subscriptions());
        var entered = cancellation(checked, currentPerson.get());
        try {
            cancellations.insert(entered);
        } catch (DuplicateKeyException overtaken) {
            throw new ConflictException(Texts.get("cancellation.busy"));
        }
        events.add(
                entered,
                "entered",
                entered.entry().creator(),
                Map.of(
                        "customer",
                        entered.entry().customerName(),
                        "reason",
                        entered.entry().reason()));
        audit.record(
                "cancellation.enter",
                "service-cancellation/" + entered.id(),
                entered.city(),
                Map.of("customer", entered.entry().customerId()));
        var instance = process.start(entered);
        var now = cancellations.find(entered.id()).orElseThrow();
        cancellations.update(now.startedAs(instance));
        return cancellations.find(entered.id()).orElseThrow();
    }

    private void refuseBusy(List<Subscription> ending) {
        var ids = ending.stream().map(Subscription::id).toList();
        var others = cancellations.open(ids);
        if (!others.isEmpty()) {
            throw new ConflictException(
                    Texts.get("cancellation.busy-with", others.get(0)), Map.of("cancellation", others.get(0)));
        }
        var changing = subscriptions.changing(ids);
        if (!changing.isEmpty()) {
            throw new ConflictException(
                    Texts.get("cancellation.changing", changing.iterator().next()));
        }
    }

    private ServiceCancellation cancellation(Checked checked, Person creator) {
        var customer = checked.customer();
        var owner = owner(Optional.ofNullable(customer.manager()), creator, customer.city());
        return new ServiceCancellation(
                cancellations.nextId(),
                new Entry(
                        customer.city(),
                        customer.id(),
                        customer.name(),
                        customer.level(),
                        checked.reason(),
                        checked.day(),
                        creator.id(),
                        creator.name(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        owner.map(Person::id).orElse(null),
                        owner.map(Person::name).orElse(null)),
                CancellationState.ASSESSING,
                penalties.lines(checked.subscriptions(), customer.level(), checked.day()),
                Settlement.NONE,
                null,
                null,
                null,
                null,
                1);
    }

    /** The customer's own manager; else whoever enters it, who then is one; else whoever of the city's takes it. */
    private Optional<Person> owner(Optional<String> manager, Person creator, String city) {
        return manager.flatMap(people::find)
                .filter(person -> isManagerIn(person, city))
                .or(() -> Optional.of(creator).filter(person -> isManagerIn(person, city)));
    }

    private static boolean isManagerIn(Person person, String city) {
        return person.cities().contains(city) && person.roles().stream().anyMatch(MANAGERS::contains);
    }
}
