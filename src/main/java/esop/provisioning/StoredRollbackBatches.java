package esop.provisioning;

import esop.identity.AuditLog;
import esop.provisioning.RollbackBatchRepository.Waiting;
import esop.provisioning.RollbackBatchRepository.Wish;
import esop.provisioning.Rollbacks.Preview;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredRollbackBatches implements RollbackBatches {

    private final RollbackBatchRepository repository;
    private final RollbackRequests rollbacks;
    private final Openings openings;
    private final RollbackApprovalProcess approval;
    private final Telling telling;
    private final AuditLog auditLog;

    StoredRollbackBatches(
            RollbackBatchRepository repository,
            RollbackRequests rollbacks,
            Openings openings,
            RollbackApprovalProcess approval,
            Telling telling,
            AuditLog auditLog) {
        this.repository = repository;
        this.rollbacks = rollbacks;
        this.openings = openings;
        this.approval = approval;
        this.telling = telling;
        this.auditLog = auditLog;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Preview> preview(List<String> orderIds, boolean withChain) {
        return repository.newestFirst(named(orderIds, withChain)).stream()
                .map(rollbacks::preview)
                .toList();
    }

    @Override
    @Transactional
    public Batch propose(List<String> orderIds, boolean withChain, String reason) {
        var orders = repository.newestFirst(named(orderIds, withChain));
        openings.hold(orders);
        return propose(orders.stream().map(rollbacks::preview).toList(), new Wish(null, reason, telling.actor()));
    }

    @Override
    @Transactional
    public Batch propose(String orderId, @Nullable String backTo, String reason) {
        openings.hold(List.of(orderId));
        var preview = rollbacks.preview(orderId);
        if (preview.obstacle() != null) {
            throw new ConflictException(
                    Texts.get(
                            "provisioning.rollback." + preview.obstacle(),
                            orderId,
                            String.join(" → ", preview.chain())),
                    Map.of("obstacle", preview.obstacle(), "chain", preview.chain()));
        }
        if (!reaches(preview, backTo)) {
            throw new InvalidException("backTo", Texts.get("provisioning.rollback.unknown-step", backTo, orderId));
        }
        return propose(List.of(preview), new Wish(backTo, reason, telling.actor()));
    }

    private Batch propose(List<Preview> newestFirst, Wish wish) {
        var id = repository.nextId();
        var going = newestFirst.stream().map(Preview::orderId).collect(Collectors.toCollection(HashSet::new));
        var position = 0;
        for (var preview : newestFirst) {
            var obstacle = hindrance(preview, going);
            repository.add(id, ++position, preview.orderId(), wish, obstacle);
            if (obstacle == null) {
                telling.tell("rollback.proposed", preview.orderId(), id, "message", wish.reason());
            } else {
                going.remove(preview.orderId());
            }
        }
        var proposed = newestFirst.stream()
                .filter(preview -> going.contains(preview.orderId()))
                .toList();
        approval.start(id, proposed, wish.reason());
        return find(id).orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Batch> find(String id) {
        var items = repository.items(id);
        return items.isEmpty() ? Optional.empty() : Optional.of(new Batch(id, items));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Summary> latest(int most) {
        return repository.latest(most);
    }

    /** @return whether it was approved; refused with 422 where nothing is said, or by whoever asked for it */
    @Transactional
    boolean decide(String batch, String city, @Nullable String decision, @Nullable String opinion) {
        var approved = FalloutApprovals.isApproved(decision, opinion);
        var approver = telling.actor();
        var proposed = repository.proposed(batch, city);
        if (approver != null && proposed.stream().map(Waiting::person).anyMatch(approver::equals)) {
            throw new InvalidException("approval", Texts.get("provisioning.approval-of-ones-own"));
        }
        repository.decide(batch, city, approved, approver, opinion);
        var kind = approved ? "rollback.approved" : "rollback.not-approved";
        proposed.forEach(item -> telling.tell(kind, item.productOrderId(), batch, "message", opinion));
        auditLog.record(kind, "rollback/" + batch, city, Map.of("opinion", opinion == null ? "" : opinion));
        advance(batch);
        return approved;
    }

    @EventListener
    @Transactional
    void on(RollbackEnded ended) {
        repository.waitingWith(ended.productOrderId()).forEach(this::advance);
    }

    private void advance(String batch) {
        var waiting = repository.waiting(batch);
        if (waiting.isEmpty()) {
            return;
        }
        openings.hold(waiting.stream().map(Waiting::productOrderId).toList());
        var going = repository.items(batch).stream()
                .filter(item -> Set.of("waiting", "running").contains(item.state()))
                .map(Item::orderId)
                .collect(Collectors.toSet());
        for (var item : waiting) {
            var order = item.productOrderId();
            var preview = rollbacks.preview(order);
            var obstacle = reaches(preview, item.backTo()) ? hindrance(preview, going) : "nothing";
            if (obstacle != null) {
                repository.refused(batch, item.position(), obstacle);
                going.remove(order);
            } else if (preview.obstacle() == null) {
                repository.begun(
                        batch, item.position(), rollbacks.begin(order, item.backTo(), item.reason(), item.person()));
            }
        }
    }

    private Set<String> named(List<String> orderIds, boolean withChain) {
        var orders = new LinkedHashSet<>(orderIds);
        if (orders.isEmpty()) {
            throw new InvalidException("orderIds", Texts.get("provisioning.rollback.no-order"));
        }
        for (var order : orderIds) {
            var chain = rollbacks.preview(order).chain();
            if (withChain) {
                orders.addAll(chain);
            }
            if (orders.size() > MOST) {
                throw new InvalidException("orderIds", Texts.get("provisioning.rollback.too-many", MOST));
            }
        }
        return orders;
    }

    /** Why it cannot go; what is newer stands before it in the list, so that what will not go has been taken out by then. */
    private static @Nullable String hindrance(Preview preview, Collection<String> going) {
        return "later-orders".equals(preview.obstacle()) && going.containsAll(preview.chain())
                ? null
                : preview.obstacle();
    }

    private static boolean reaches(Preview preview, @Nullable String backTo) {
        return backTo == null
                || preview.steps().stream().anyMatch(step -> step.key().equals(backTo));
    }
}
