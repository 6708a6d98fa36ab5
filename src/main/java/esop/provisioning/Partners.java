package esop.provisioning;

import esop.workflow.Decisions;
import esop.workflow.Decisions.Explained;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 派单给 SI: who installs, by the decision {@code si-partner}, and whoever refuses is not asked again (ESOP 6.3.2.1.2(4)). */
@Service
class Partners {

    private final PartnerRepository repository;
    private final WorkOrders workOrders;
    private final WorkOrderRepository numbers;
    private final ServiceOrders serviceOrders;
    private final Decisions decisions;
    private final Telling telling;

    Partners(
            PartnerRepository repository,
            WorkOrders workOrders,
            WorkOrderRepository numbers,
            ServiceOrders serviceOrders,
            Decisions decisions,
            Telling telling) {
        this.repository = repository;
        this.workOrders = workOrders;
        this.numbers = numbers;
        this.serviceOrders = serviceOrders;
        this.decisions = decisions;
        this.telling = telling;
    }

    /** With a work order for the chosen one; empty where nobody is left. */
    @Transactional
    Optional<PartnerAssignment> choose(String serviceOrderId) {
        var order = serviceOrders.facts(serviceOrderId);
        var best = repository.candidates(serviceOrderId, order.city()).stream()
                .map(partner -> new Suitable(partner, judge(order, partner)))
                .filter(suitable -> suitable.rank() > 0)
                .min(Comparator.comparingInt(Suitable::rank)
                        .thenComparing(suitable -> suitable.partner().load()));
        return best.map(suitable -> assign(order, suitable));
    }

    private Explained judge(NewServiceOrder order, Partner partner) {
        return decisions.explain("si-partner", partner.facts(order.product(), order.city()));
    }

    private PartnerAssignment assign(NewServiceOrder order, Suitable suitable) {
        var judged = suitable.judged();
        var assignment = new PartnerAssignment(
                numbers.nextId(),
                order.id(),
                order.city(),
                suitable.partner(),
                judged.rules().get(0),
                judged.version(),
                String.valueOf(judged.outputs().get(0).get("reason")));
        workOrders.generate(assignment.workOrderId(), order.id(), Unit.SI.word());
        repository.add(assignment);
        telling.tell(
                "partner.chosen",
                order.productOrderId(),
                order.id(),
                "partner",
                suitable.partner().name(),
                "message",
                assignment.reason());
        return assignment;
    }

    @Transactional
    void refuse(String workOrderId, @Nullable String reason) {
        workOrders.refuse(workOrderId, reason);
        repository.refuse(workOrderId, reason);
        var assignment = repository.get(workOrderId);
        telling.tell(
                "partner.refused",
                serviceOrders.facts(assignment.serviceOrderId()).productOrderId(),
                assignment.serviceOrderId(),
                "partner",
                assignment.partner().name(),
                "message",
                reason);
    }

    private record Suitable(Partner partner, Explained judged) {

        int rank() {
            return ((Number) judged.outputs().get(0).get("rank")).intValue();
        }
    }
}
