package esop.cancellation;

import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.identity.Person;
import esop.opportunity.SignedAgreements;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.ordering.ProductOrderState;
import esop.provisioning.Subscription;
import esop.provisioning.SubscriptionOrder;
import esop.provisioning.Subscriptions;
import esop.systems.Step;
import esop.systems.payment.Payments;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a cancellation, step by step of its model. */
@Service
@Transactional
class CancellationWork {

    static final String CHARGE = "charge";

    private final CancellationRepository cancellations;
    private final CancellationEvents events;
    private final Penalties penalties;
    private final Subscriptions subscriptions;
    private final SignedAgreements agreements;
    private final Ordering ordering;
    private final Payments payments;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    CancellationWork(
            CancellationRepository cancellations,
            CancellationEvents events,
            Penalties penalties,
            Subscriptions subscriptions,
            SignedAgreements agreements,
            Ordering ordering,
            Payments payments,
            People people,
            CurrentPerson currentPerson,
            Clock clock) {
        this.cancellations = cancellations;
        this.events = events;
        this.penalties = penalties;
        this.subscriptions = subscriptions;
        this.agreements = agreements;
        this.ordering = ordering;
        this.payments = payments;
        this.people = people;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /** @return whether the customer is still bound to any of it */
    boolean assess(String id) {
        var before = lock(id);
        var after = before.assessed(linesNow(before));
        cancellations.update(after);
        events.add(
                after,
                after.isStillBound() ? "assessed" : "free",
                null,
                Map.of("penalty", after.penalty().toPlainString()));
        return after.isStillBound();
    }

    /** What the agreements say at this moment; a subscription that has gone meanwhile stays as it was known. */
    private List<Line> linesNow(ServiceCancellation cancellation) {
        var entry = cancellation.entry();
        var held = held(cancellation).stream().collect(Collectors.toMap(Subscription::id, one -> one));
        return cancellation.lines().stream()
                .map(line -> held.containsKey(line.subscription())
                        ? penalties
                                .lines(List.of(held.get(line.subscription())), entry.customerLevel(), day(entry.day()))
                                .get(0)
                        : line)
                .toList();
    }

    /** A day that has passed while it was being settled counts no more: the customer has been served until now. */
    private LocalDate day(LocalDate wished) {
        var today = LocalDate.now(clock.withZone(Penalties.PROVINCE));
        return wished.isBefore(today) ? today : wished;
    }

    private List<Subscription> held(ServiceCancellation cancellation) {
        return subscriptions.find(
                cancellation.lines().stream().map(Line::subscription).toList());
    }

    /** @return whether a manager still has to try to keep the customer */
    boolean beginSettlement(String id) {
        var cancellation = lock(id);
        var retentionDue = cancellation.settlement().retention() == null;
        cancellations.update(
                cancellation.in(retentionDue ? CancellationState.RETENTION : CancellationState.SETTLEMENT));
        return retentionDue;
    }

    /** Somebody takes their step of the settlement back: it stands where it stood before that. */
    void reopened(String id, String step) {
        var stage = step.equals("retainCustomer") ? CancellationState.RETENTION : CancellationState.SETTLEMENT;
        cancellations.update(lock(id).in(stage));
    }

    /** @return whether it leaves and owes something */
    boolean recordRetention(String id, boolean stays, String note) {
        var after = lock(id).retained(stays, note, clock.instant());
        cancellations.update(after);
        events.add(after, stays ? "stays" : "leaves", actor(), Map.of("note", note));
        return !stays && after.penalty().signum() > 0;
    }

    void settle(String id, String choice, BigDecimal waived, @Nullable String reason) {
        var cancellation = lock(id);
        if (choice.equals("withdraw")) {
            withdraw(id, String.valueOf(reason));
            return;
        }
        var after = cancellation.settle(choice, waived, reason);
        cancellations.update(after);
        var params = new HashMap<>(Map.of(
                "penalty", after.penalty().toPlainString(),
                "waived", waived.toPlainString(),
                "percent", after.waivedPercent().toPlainString()));
        if (reason != null) {
            params.put("reason", reason);
        }
        events.add(after, choice.equals("waive") ? "waiver-asked" : "pays", actor(), params);
    }

    void withdraw(String id, String reason) {
        var after = lock(id).withdraw(reason, clock.instant());
        cancellations.update(after);
        events.add(after, "withdrawn", actor(), Map.of("reason", reason));
    }

    /** @return whether the agreements say something else than what it was settled by */
    boolean termsChanged(String id) {
        var cancellation = lock(id);
        var changed = !bounds(cancellation.lines()).equals(bounds(linesNow(cancellation)));
        if (changed) {
            events.add(cancellation, "terms-changed", null, Map.of());
        }
        return changed;
    }

    /** The day alone moves nothing that was settled; what was agreed does. */
    private static List<String> bounds(List<Line> lines) {
        return lines.stream()
                .map(Line::bound)
                .map(bound -> bound == null
                        ? ""
                        : bound.agreement() + " " + bound.agreementRevision() + " " + bound.until() + " "
                                + bound.monthly())
                .toList();
    }

    /** Placed in the name of whoever entered the cancellation, whoever approved it last. */
    void order(String id) {
        var cancellation = lock(id);
        var entry = cancellation.entry();
        var receiver = people.find(entry.creator())
                .or(currentPerson::find)
                .orElseThrow(() -> new IllegalStateException("nobody enters " + id));
        var order = ordering.place(
                CancellationCheck.order(
                        entry.customerId(), held(cancellation), day(entry.day()), id + " " + entry.reason()),
                receiver);
        var after = cancellation.ordered(order.id());
        cancellations.update(after);
        events.add(after, "ordered", null, Map.of("order", order.id()));
    }

    boolean orderOver(String id) {
        return order(lock(id)).state().isFinal();
    }

    /** @return {@code all}, {@code some} or {@code none} of it has ended */
    String close(String id) {
        var before = lock(id);
        var order = order(before);
        var gone = gone(order, before);
        var after = before.close(gone, order.state().word(), clock.instant());
        var due = after.dueForEnded();
        if (due.signum() > 0) {
            after = after.charge(due, "asked");
            payments.charge(
                    Step.of(id, CHARGE),
                    after.city(),
                    after.entry().customerId(),
                    due,
                    id,
                    "提前撤销违约金 " + id + " " + after.entry().customerName());
        }
        cancellations.update(after);
        events.add(after, after.state().word(), null, Map.of("order", order.id()));
        if (due.signum() > 0) {
            events.add(after, "charge-asked", null, Map.of("due", due.toPlainString()));
        }
        closeAgreements(after);
        return switch (after.state()) {
            case COMPLETED -> "all";
            case PARTIAL -> "some";
            default -> "none";
        };
    }

    private ProductOrder order(ServiceCancellation cancellation) {
        return ordering.find(Objects.requireNonNull(cancellation.orderId())).orElseThrow();
    }

    /** What is no longer subscribed to, and what the order took down though the CRM knew nothing of it. */
    private Set<String> gone(ProductOrder order, ServiceCancellation cancellation) {
        var still = held(cancellation).stream().map(Subscription::id).collect(Collectors.toSet());
        var failed = subscriptions.ofProductOrder(order.id()).stream()
                .filter(one -> one.state().equals("failed") || one.state().equals("cancelled"))
                .map(SubscriptionOrder::subscription)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var whole = order.state() == ProductOrderState.COMPLETED;
        return cancellation.lines().stream()
                .map(Line::subscription)
                .filter(one -> !failed.contains(one) && (whole || !still.contains(one)))
                .collect(Collectors.toSet());
    }

    /** An agreement of which nothing is left. */
    private void closeAgreements(ServiceCancellation cancellation) {
        var ended = cancellation.lines().stream()
                .filter(Line::ended)
                .map(Line::subscription)
                .collect(Collectors.toSet());
        cancellation.lines().stream()
                .filter(Line::ended)
                .map(Line::bound)
                .filter(Objects::nonNull)
                .map(Line.Bound::opportunityId)
                .distinct()
                .filter(opportunity -> nothingLeft(opportunity, ended))
                .forEach(opportunity ->
                        agreements.close(opportunity, LocalDate.now(clock.withZone(Penalties.PROVINCE))));
    }

    private boolean nothingLeft(String opportunityId, Set<String> ended) {
        return agreements
                .find(opportunityId)
                .map(signed -> subscriptions
                        .find(subscriptions.ofProductOrder(signed.orderId()).stream()
                                .map(SubscriptionOrder::subscription)
                                .filter(Objects::nonNull)
                                .filter(subscription -> !ended.contains(subscription))
                                .toList())
                        .isEmpty())
                .orElse(false);
    }

    /** What BOSS said of the penalty. */
    void charged(String id, boolean done, @Nullable String message) {
        var cancellation = lock(id);
        var charged = Objects.requireNonNull(cancellation.settlement().charged());
        var after = cancellation.charge(charged, done ? "charged" : "failed");
        cancellations.update(after);
        var params = new HashMap<>(Map.of("due", charged.toPlainString()));
        if (message != null) {
            params.put("message", message);
        }
        events.add(after, done ? "charged" : "charge-failed", null, params);
    }

    private ServiceCancellation lock(String id) {
        return cancellations.lock(id).orElseThrow();
    }

    private @Nullable String actor() {
        return currentPerson.find().map(Person::id).orElse(null);
    }
}
