package esop.provisioning;

import esop.web.InvalidException;
import esop.web.Texts;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final Telling telling;

    StoredRollbackBatches(
            RollbackBatchRepository repository, RollbackRequests rollbacks, Openings openings, Telling telling) {
        this.repository = repository;
        this.rollbacks = rollbacks;
        this.openings = openings;
        this.telling = telling;
    }

    @Override
    @Transactional
    public Batch start(List<String> orderIds, boolean withChain, String reason) {
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
        var id = repository.nextId();
        repository.add(id, List.copyOf(orders), reason, telling.actor());
        advance(id);
        return find(id).orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Batch> find(String id) {
        var items = repository.items(id);
        return items.isEmpty() ? Optional.empty() : Optional.of(new Batch(id, items));
    }

    @EventListener
    @Transactional
    void on(RollbackEnded ended) {
        repository.waitingWith(ended.productOrderId()).forEach(this::advance);
    }

    private void advance(String batch) {
        var waiting = repository.waiting(batch);
        if (!waiting.isEmpty()) {
            openings.hold(waiting.stream().map(item -> item.productOrderId()).toList());
        }
        var going = repository.items(batch).stream()
                .filter(item -> item.state().equals("waiting") || item.state().equals("running"))
                .map(Item::orderId)
                .collect(Collectors.toSet());
        for (var item : waiting) {
            var order = item.productOrderId();
            var preview = rollbacks.preview(order);
            if (preview.obstacle() == null) {
                repository.begun(batch, item.position(), rollbacks.begin(order, null, item.reason(), item.person()));
            } else if (!waitsFor(preview.obstacle(), preview.chain(), going)) {
                repository.refused(batch, item.position(), preview.obstacle());
                going.remove(order);
            }
        }
    }

    /** What is newer stands before it in the list, so that what will not go has been taken out by then. */
    private static boolean waitsFor(@Nullable String obstacle, List<String> chain, Set<String> going) {
        return "later-orders".equals(obstacle) && going.containsAll(chain);
    }
}
