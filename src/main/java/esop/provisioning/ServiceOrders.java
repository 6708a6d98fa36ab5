package esop.provisioning;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ServiceOrders implements Provisioning {

    private final ServiceOrderRepository repository;
    private final ServiceOrderViews views;
    private final WithdrawalRepository withdrawals;
    private final Openings openings;
    private final Renewals renewals;
    private final Catalog catalog;
    private final Telling telling;
    private final ApplicationEventPublisher events;

    ServiceOrders(
            ServiceOrderRepository repository,
            ServiceOrderViews views,
            WithdrawalRepository withdrawals,
            Openings openings,
            Renewals renewals,
            Catalog catalog,
            Telling telling,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.views = views;
        this.withdrawals = withdrawals;
        this.openings = openings;
        this.renewals = renewals;
        this.catalog = catalog;
        this.telling = telling;
        this.events = events;
    }

    @Override
    @Transactional
    public void create(NewServiceOrder serviceOrder) {
        repository.add(serviceOrder, productName(serviceOrder));
    }

    @Override
    @Transactional
    public List<String> takeTurns(List<String> serviceOrderIds) {
        return openings.begin(serviceOrderIds);
    }

    @Override
    @Transactional
    public void cancel(String serviceOrderId, String reason) {
        var order = repository.get(serviceOrderId);
        order.cancel(reason);
        end(order);
    }

    @Override
    @Transactional
    public void supersede(String serviceOrderId, @Nullable String by) {
        var order = repository.get(serviceOrderId);
        order.cancel(by);
        end(order);
        if (by != null) {
            repository.replace(order.facts(), by);
        }
    }

    @Override
    @Transactional
    public void lock(String productOrderId) {
        withdrawals.lock(productOrderId);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isBusy(String productOrderId) {
        return withdrawals.isBusy(productOrderId);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isRollbackDecided(String productOrderId) {
        return withdrawals.isRollbackDecided(productOrderId);
    }

    @Override
    @Transactional
    public void withdraw(String productOrderId, String reason) {
        withdrawals.endWorkOrders(productOrderId, reason);
        withdrawals.endSubscriptionOrders(productOrderId);
        withdrawals.closeFallouts(productOrderId, reason, telling.actor());
        for (var view : views.ofProductOrders(List.of(productOrderId))) {
            var order = repository.get(view.id());
            if (!order.state().isFinal()) {
                order.withdraw(reason);
                repository.save(order);
                telling.tell("service-order.withdrawn", productOrderId, order.id());
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> productOrderOf(String serviceOrderId) {
        return views.productOrderOf(serviceOrderId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ServiceOrderView> ofProductOrders(Collection<String> productOrderIds) {
        return productOrderIds.isEmpty() ? List.of() : views.ofProductOrders(productOrderIds);
    }

    @Transactional
    NewServiceOrder begin(String id) {
        var order = repository.get(id);
        order.begin();
        repository.save(order);
        return order.facts();
    }

    @Transactional
    void take(String id, String path) {
        var order = repository.get(id);
        order.take(path);
        repository.save(order);
        telling.tell(
                "service-order.started",
                order.facts().productOrderId(),
                id,
                "path",
                path,
                "product",
                order.facts().product());
    }

    /** @param done false when it was given up; why stands in its message since it is held */
    @Transactional
    void end(String id, boolean done) {
        var order = repository.get(id);
        if (done) {
            order.complete();
        } else if (renewals.isDue(id)) {
            var replacement = renewals.renew(order.facts(), productName(order.facts()));
            order.replace(replacement);
            telling.tell("service-order.renewed", order.facts().productOrderId(), id, "replacement", replacement);
        } else {
            order.fail(order.message());
        }
        end(order);
    }

    /** After a part of it was given up. */
    @Transactional
    void tryAgain(String id) {
        var order = repository.get(id);
        if (order.state() == ServiceOrderState.HELD) {
            order.resume();
            repository.save(order);
        }
    }

    /** @param reason why not all of it */
    @Transactional
    void endInPart(String id, @Nullable String reason) {
        var order = repository.get(id);
        order.completeInPart(reason);
        end(order);
    }

    /** @param inPart something of it is still there */
    @Transactional
    void takenBack(String id, boolean inPart) {
        var order = repository.get(id);
        order.takenBack(inPart);
        repository.save(order);
    }

    /** Whoever opens it has stopped, and says why: it is held until they go on. */
    @Transactional
    void stoppedByUnit(String id, @Nullable String reason) {
        var order = repository.get(id);
        if (order.state() == ServiceOrderState.IN_PROGRESS && repository.stoppedByUnit(id, true)) {
            order.hold(reason == null ? "" : reason);
            repository.save(order);
            telling.tell("service-order.held", order.facts().productOrderId(), id, "state", "HELD", "message", reason);
        }
    }

    /** They go on, or it is no longer they who hold it. */
    @Transactional
    void resumedByUnit(String id) {
        if (repository.stoppedByUnit(id, false)) {
            resume(id);
            telling.tell("service-order.resumed", facts(id).productOrderId(), id);
        }
    }

    /** What fails while an ended order is undone leaves it ended. */
    @Transactional
    void hold(String id, String reason) {
        var order = repository.get(id);
        if (!order.state().isFinal()) {
            order.hold(reason);
            repository.save(order);
        }
    }

    @Transactional
    void resume(String id) {
        var order = repository.get(id);
        if (!order.state().isFinal()) {
            order.resume();
            repository.save(order);
        }
    }

    @Transactional
    void correct(String id, Map<String, Object> characteristics) {
        var order = repository.get(id);
        order.correct(catalog.complete(order.facts().product(), characteristics));
        repository.save(order);
    }

    @Transactional(readOnly = true)
    NewServiceOrder facts(String id) {
        return repository.get(id).facts();
    }

    /** Its work orders have then ended too, whatever a unit still says. */
    @Transactional(readOnly = true)
    boolean hasEnded(String id) {
        return repository.get(id).state().isFinal();
    }

    String productName(NewServiceOrder order) {
        return name(order.product());
    }

    String productNameEn(NewServiceOrder order) {
        return nameEn(order.product());
    }

    String name(String product) {
        return catalog.find(product).map(ProductOffering::name).orElse(product);
    }

    String nameEn(String product) {
        return catalog.find(product).map(ProductOffering::nameEn).orElse(product);
    }

    private void end(ServiceOrder order) {
        repository.save(order);
        var state = order.state().word();
        telling.tell(
                "service-order.ended",
                order.facts().productOrderId(),
                order.id(),
                "state",
                state,
                "message",
                order.message());
        events.publishEvent(new ServiceOrderEnded(order.id(), order.facts().productOrderId(), state));
    }
}
