package esop.cancellation;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.DataScope;
import esop.web.ConflictException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.OpenTasks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Cancellations in our own tables. */
@Service
@Transactional(readOnly = true)
class StoredCancellations implements Cancellations {

    private final CancellationIntake intake;
    private final CancellationRepository cancellations;
    private final CancellationEvents events;
    private final CancellationWork work;
    private final CancellationProcess process;
    private final WaiverApprovals approvals;
    private final OpenTasks tasks;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    StoredCancellations(
            CancellationIntake intake,
            CancellationRepository cancellations,
            CancellationEvents events,
            CancellationWork work,
            CancellationProcess process,
            WaiverApprovals approvals,
            OpenTasks tasks,
            CurrentPerson currentPerson,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.intake = intake;
        this.cancellations = cancellations;
        this.events = events;
        this.work = work;
        this.process = process;
        this.approvals = approvals;
        this.tasks = tasks;
        this.currentPerson = currentPerson;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public List<Line> assess(NewCancellation wish) {
        return intake.assess(wish);
    }

    @Override
    @Transactional
    public ServiceCancellation enter(NewCancellation wish) {
        return intake.enter(wish);
    }

    @Override
    public Optional<ServiceCancellation> find(String id) {
        return cancellations.find(id);
    }

    @Override
    public Optional<ServiceCancellation> ofOrder(String orderId) {
        return cancellations.ofOrder(orderId);
    }

    @Override
    public List<ServiceCancellation> ofSubscriptions(Collection<String> subscriptions) {
        return cancellations.ofSubscriptions(subscriptions);
    }

    @Override
    public Page<ServiceCancellation> list(CancellationFilter filter, Paging paging) {
        return cancellations.list(filter, paging);
    }

    @Override
    public void each(CancellationFilter filter, Consumer<ServiceCancellation> reader) {
        cancellations.each(filter, reader);
    }

    @Override
    public List<CancellationEvent> events(String id) {
        return events.of(id);
    }

    @Override
    public List<WaiverVote> votes(String id) {
        return approvals.of(id);
    }

    /** Whoever entered it, looks after it, or leads those who do; where nobody looks after it, every manager of the city. */
    @Override
    public boolean mayWithdraw(ServiceCancellation cancellation) {
        var person = currentPerson.get();
        var entry = cancellation.entry();
        return cancellation.state().isOpen()
                && (person.id().equals(entry.creator())
                        || person.id().equals(entry.owner())
                        || person.hasRole("manager")
                        || entry.owner() == null && person.hasRole("account-manager"));
    }

    /** The engine works for the whole province; whose city it is was looked at before. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public ServiceCancellation withdraw(String id, @Nullable Integer revision, String reason) {
        try {
            transaction.executeWithoutResult(status -> known(cancellations.find(id), id));
            return DataScope.asSystem(() -> transaction.execute(status -> {
                tasks.hold(id);
                return withdrawHeld(id, revision, reason);
            }));
        } catch (OptimisticLockingException overtaken) {
            throw new ConflictException(Texts.get("cancellation.stale"));
        }
    }

    private ServiceCancellation withdrawHeld(String id, @Nullable Integer revision, String reason) {
        var cancellation = known(cancellations.lock(id), id);
        if (revision != null && revision != cancellation.revision()) {
            throw new ConflictException(Texts.get("cancellation.stale"), Map.of("revision", cancellation.revision()));
        }
        if (!cancellation.state().isOpen()) {
            throw new ConflictException(Texts.get(
                    cancellation.orderId() == null || cancellation.state().isFinal()
                            ? "cancellation.over"
                            : "cancellation.too-late",
                    String.valueOf(cancellation.orderId())));
        }
        if (!mayWithdraw(cancellation)) {
            throw new AccessDeniedException("somebody else's cancellation");
        }
        work.withdraw(id, reason);
        process.withdraw(cancellation);
        audit.record(
                "cancellation.withdraw", "service-cancellation/" + id, cancellation.city(), Map.of("reason", reason));
        return cancellations.find(id).orElseThrow();
    }

    private static ServiceCancellation known(Optional<ServiceCancellation> found, String id) {
        return found.orElseThrow(() -> new UnknownException(Texts.get("cancellation.unknown", id)));
    }
}
