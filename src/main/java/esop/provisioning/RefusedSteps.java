package esop.provisioning;

import esop.catalog.Catalog;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.web.InvalidException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds them by their open fallouts. */
@Service
class RefusedSteps implements RefusedServices {

    private final FalloutRepository repository;
    private final FalloutProcess process;
    private final ServiceOrders serviceOrders;
    private final Catalog catalog;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;

    RefusedSteps(
            FalloutRepository repository,
            FalloutProcess process,
            ServiceOrders serviceOrders,
            Catalog catalog,
            CurrentPerson currentPerson,
            AuditLog audit) {
        this.repository = repository;
        this.process = process;
        this.serviceOrders = serviceOrders;
        this.catalog = catalog;
        this.currentPerson = currentPerson;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> among(Collection<String> serviceOrderIds) {
        return serviceOrderIds.stream()
                .filter(serviceOrder -> !waiting(serviceOrder).isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public boolean correct(String serviceOrderId, Map<String, Object> characteristics, String path) {
        var person = currentPerson.get().id();
        var fallouts = waiting(serviceOrderId);
        if (fallouts.isEmpty() || fallouts.stream().anyMatch(fallout -> isHeldByAnother(fallout, person))) {
            return false;
        }
        var errors = catalog.check(fallouts.get(0).product(), characteristics, path);
        if (!errors.isEmpty()) {
            throw new InvalidException(errors.get(0).message(), errors);
        }
        serviceOrders.correct(serviceOrderId, characteristics);
        for (var fallout : fallouts) {
            repository.resolve(fallout, "correct", null, person);
            audit.record("fallout.resolve", "fallout/" + fallout.id(), fallout.city(), Map.of("action", "correct"));
            process.answered(fallout.id());
        }
        return true;
    }

    private List<Fallout> waiting(String serviceOrderId) {
        return repository.refused(serviceOrderId).stream()
                .filter(fallout -> Corrections.isCorrectable(fallout) && process.isResolving(fallout.id()))
                .toList();
    }

    private boolean isHeldByAnother(Fallout fallout, String person) {
        return process.holder(fallout.id())
                .filter(holder -> !holder.equals(person))
                .isPresent();
    }
}
