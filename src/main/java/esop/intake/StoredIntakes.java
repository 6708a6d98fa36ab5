package esop.intake;

import esop.customer.Customer;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.DataScope;
import esop.ordering.NewOrder;
import esop.ordering.Ordering;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.FormRefusedException;
import esop.workflow.OpenTasks;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Intakes in our own tables. */
@Service
@Transactional(readOnly = true)
class StoredIntakes implements Intakes {

    private static final Map<String, String> ACTIVITIES = Map.of(
            "handle", IntakeProcess.HANDLE,
            "return", IntakeProcess.HANDLE,
            "pass", IntakeProcess.HANDLE,
            "help", IntakeProcess.HANDLE,
            "answer", IntakeProcess.HELP,
            "match", IntakeProcess.MATCH);

    private final FrontDesk desk;
    private final ChannelRule rule;
    private final IntakeCheck check;
    private final IntakeRepository intakes;
    private final IntakeEvents events;
    private final Notes notes;
    private final HandOvers handOvers;
    private final IntakeProcess process;
    private final IntakeRights rights;
    private final Ordering ordering;
    private final OpenTasks tasks;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    StoredIntakes(
            FrontDesk desk,
            ChannelRule rule,
            IntakeCheck check,
            IntakeRepository intakes,
            IntakeEvents events,
            Notes notes,
            HandOvers handOvers,
            IntakeProcess process,
            IntakeRights rights,
            Ordering ordering,
            OpenTasks tasks,
            CurrentPerson currentPerson,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.rule = rule;
        this.check = check;
        this.intakes = intakes;
        this.events = events;
        this.notes = notes;
        this.handOvers = handOvers;
        this.process = process;
        this.rights = rights;
        this.ordering = ordering;
        this.tasks = tasks;
        this.currentPerson = currentPerson;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    @Transactional
    public Taken enter(NewIntake wish) {
        var before = desk.before(wish);
        if (before.isPresent()) {
            return new Taken(before.get(), false);
        }
        var entered = desk.enter(wish);
        if (wish.outcome() == null) {
            return new Taken(entered, true);
        }
        var done = new HashMap<String, Object>();
        done.put(IntakeProcess.ACTION, "handle");
        done.put(IntakeProcess.OUTCOME, wish.outcome());
        put(done, IntakeProcess.RESULT, wish.result());
        try {
            process.complete(process.task(entered, IntakeProcess.HANDLE).orElseThrow(), currentPerson.get(), done);
        } catch (FormRefusedException refused) {
            throw new InvalidException(refused.getMessage(), refused.errors());
        }
        return new Taken(intakes.find(entered.id()).orElseThrow(), true);
    }

    @Override
    public Route route(IntakeKind kind, List<String> offeringIds, @Nullable String city, @Nullable String customerId) {
        var person = currentPerson.get();
        var contact = Channel.of(person).stream().findFirst().orElse(Channel.OPERATIONS);
        var customer = check.customer(customerId);
        var where = customer.map(Customer::city)
                .or(() -> Optional.ofNullable(city).filter(person.cities()::contains))
                .orElseGet(() -> person.cities().iterator().next());
        var routing = rule.of(new ChannelRule.Question(
                kind, offeringIds, contact, where, customer.map(Customer::id).orElse(null), 0, false));
        return new Route(contact, routing, routing.choosable() ? rule.others(contact, where) : List.of());
    }

    @Override
    public Optional<Intake> find(String id) {
        return intakes.find(id).filter(rights::sees);
    }

    @Override
    public List<Intake> before(String number) {
        return intakes.before(number).stream().filter(rights::sees).toList();
    }

    @Override
    public Page<Intake> list(IntakeFilter filter, Paging paging) {
        return intakes.list(filter, paging);
    }

    @Override
    public void each(IntakeFilter filter, Consumer<Intake> reader) {
        intakes.each(filter, reader);
    }

    @Override
    public List<IntakeEvent> events(String id) {
        return events.of(id);
    }

    @Override
    public List<Note> notes(String id) {
        return notes.of(id);
    }

    @Override
    public Map<String, Standing> standing(Collection<Intake> all) {
        var open = tasks.first(all.stream().map(Intake::id).toList());
        return all.stream()
                .collect(Collectors.toMap(
                        Intake::id,
                        intake -> new Standing(
                                open.get(intake.id()),
                                rights.hasPart(intake),
                                rights.actions(intake, open.get(intake.id())))));
    }

    @Override
    public List<Channel> others(Intake intake) {
        return rule.others(intake.channels().handling(), intake.city());
    }

    @Override
    @Transactional
    public Intake amend(String id, NewIntake wish) {
        return change(id, wish.revision(), intake -> {
            rights.require(rights.hasPart(intake));
            var amended = desk.amend(intake, wish);
            if (!amended.entry().equals(intake.entry())) {
                intakes.update(amended);
                process.changed(amended);
                events.did(amended, "intake.amended", FrontDesk.differences(intake.entry(), amended.entry()));
            }
        });
    }

    @Override
    @Transactional
    public Intake note(String id, String text) {
        return change(id, null, intake -> {
            rights.require(rights.hasPart(intake));
            notes.add(intake, ownChannel(intake), "note", text);
            process.changed(intake);
            events.did(intake, "intake.noted", Map.of("message", text));
        });
    }

    /** For which of their channels somebody speaks: one that has a part in it, if they work at several. */
    private Channel ownChannel(Intake intake) {
        var own = Channel.of(currentPerson.get());
        return own.stream()
                .filter(intake.channels().parts()::contains)
                .findFirst()
                .or(() -> own.stream().findFirst())
                .orElse(intake.channels().contact());
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Intake act(String id, @Nullable Integer revision, String action, Map<String, Object> data) {
        return moved(id, revision, intake -> {
            if (action.equals("match")
                    && process.task(intake, IntakeProcess.MATCH).isEmpty()) {
                matchMeanwhile(intake, data);
            } else {
                complete(intake, action, data);
            }
        });
    }

    /** Whoever handles it may find out who the customer is, while it stays where it is. */
    private void matchMeanwhile(Intake intake, Map<String, Object> data) {
        rights.require(may(intake, "match"));
        var id = data.get(IntakeProcess.MATCHED_CUSTOMER);
        var customer = check.customer(id instanceof String text ? text : null)
                .filter(found -> found.city().equals(intake.city()))
                .orElseThrow(() -> new InvalidException(
                        IntakeProcess.MATCHED_CUSTOMER, Texts.get("intake.missing.matchedCustomer")));
        handOvers.match(intake.id(), customer.id());
        process.changed(intakes.find(intake.id()).orElseThrow());
    }

    private boolean may(Intake intake, String action) {
        return rights.actions(intake, tasks.first(List.of(intake.id())).get(intake.id()))
                .contains(action);
    }

    /** Of two who act at once, one wins; the other is told so. */
    private void complete(Intake intake, String action, Map<String, Object> data) {
        rights.require(rights.hasPart(intake));
        var task = process.task(intake, ACTIVITIES.get(action))
                .orElseThrow(() -> new ConflictException(Texts.get("intake.elsewhere." + intake.waitsAt())));
        var open = tasks.first(List.of(intake.id())).get(intake.id());
        rights.require(open == null
                || open.assignee() != null
                || open.groups().stream().anyMatch(currentPerson.get().groups()::contains));
        var filledIn = new HashMap<>(data);
        filledIn.put(IntakeProcess.ACTION, action);
        process.complete(task, currentPerson.get(), filledIn);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Intake order(String id, @Nullable Integer revision, NewOrder order) {
        return moved(id, revision, intake -> {
            rights.require(rights.hasPart(intake));
            if (intake.entry().customerId() == null
                    || !intake.entry().customerId().equals(order.customerId())) {
                throw new InvalidException("customerId", Texts.get("intake.invalid.other-customer"));
            }
            var placed = ordering.place(new NewOrder(
                    order.customerId(),
                    order.items(),
                    order.requestedDate(),
                    order.priority(),
                    order.note(),
                    id,
                    order.templateId(),
                    order.contact()));
            complete(
                    intake,
                    "handle",
                    Map.of(IntakeProcess.OUTCOME, Outcome.ORDERED.word(), IntakeProcess.ORDER_ID, placed.id()));
        });
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Intake takeBack(String id, @Nullable Integer revision) {
        return moved(id, revision, intake -> {
            rights.require(rights.isContact(intake));
            if (!rights.mayTakeBack(intake) || !process.takeBack(intake)) {
                throw new ConflictException(Texts.get(
                        intake.waitsAt().equals("handling")
                                ? "intake.taken-back-too-often"
                                : "intake.elsewhere." + intake.waitsAt()));
            }
        });
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Intake withdraw(String id, @Nullable Integer revision, String reason) {
        return moved(id, revision, intake -> {
            rights.require(rights.hasPart(intake));
            process.withdraw(intake, reason);
            audit.record("intake.withdraw", "intake/" + id, intake.city(), Map.of("reason", reason));
        });
    }

    /** The engine works for the whole province; whose city it is was looked at before. */
    private Intake moved(String id, @Nullable Integer revision, Consumer<Intake> work) {
        try {
            transaction.executeWithoutResult(status -> known(id, intakes::find));
            return DataScope.asSystem(() -> transaction.execute(status -> {
                tasks.hold(id);
                return change(id, revision, work);
            }));
        } catch (FormRefusedException refused) {
            throw new InvalidException(refused.getMessage(), refused.errors());
        } catch (OptimisticLockingException overtaken) {
            throw new ConflictException(Texts.get("intake.stale"));
        }
    }

    private Intake change(String id, @Nullable Integer revision, Consumer<Intake> work) {
        var intake = known(id, intakes::lock);
        if (intake.state().isFinal()) {
            throw new ConflictException(Texts.get("intake.elsewhere.ended"));
        }
        if (revision != null && revision != intake.revision()) {
            throw new ConflictException(Texts.get("intake.stale"), Map.of("revision", intake.revision()));
        }
        work.accept(intake);
        return intakes.find(id).orElseThrow();
    }

    private Intake known(String id, Function<String, Optional<Intake>> rows) {
        return rows.apply(id)
                .filter(rights::sees)
                .orElseThrow(() -> new UnknownException(Texts.get("intake.unknown", id)));
    }

    private static void put(Map<String, Object> data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
