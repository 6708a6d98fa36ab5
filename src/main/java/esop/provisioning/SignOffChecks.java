package esop.provisioning;

import esop.provisioning.StepRequests.Asked;
import esop.systems.Step;
import esop.systems.servicetest.ServiceTesting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 自动验收: the system that opened a service tests it, and a passed test signs the work order off (ESOP 6.3.2.1.2(2)). */
@Service
class SignOffChecks {

    static final String STEP = "check";
    private static final String PASSED = "业务检测通过";

    private final WorkOrderRepository workOrders;
    private final ServiceOrders serviceOrders;
    private final RequestedStepRepository requested;
    private final StepRequests steps;
    private final ServiceTesting testing;
    private final Telling telling;

    SignOffChecks(
            WorkOrderRepository workOrders,
            ServiceOrders serviceOrders,
            RequestedStepRepository requested,
            StepRequests steps,
            ServiceTesting testing,
            Telling telling) {
        this.workOrders = workOrders;
        this.serviceOrders = serviceOrders;
        this.requested = requested;
        this.steps = steps;
        this.testing = testing;
        this.telling = telling;
    }

    @Transactional
    Asked request(String workOrderId) {
        var work = workOrders.get(workOrderId);
        var order = serviceOrders.facts(work.facts().serviceOrderId());
        var opened = requested
                .latest(workOrderId, work.step())
                .map(RequestedStep::step)
                .orElseGet(() -> Step.of(workOrderId, work.step()));
        var unit = work.facts().unit();
        return steps.ask(work, STEP, unit, step -> testing.test(step, unit, order.city(), order.product(), opened));
    }

    @Transactional
    void accept(String workOrderId) {
        var work = workOrders.get(workOrderId);
        work.accept(PASSED, work.facts().unit());
        workOrders.save(work);
        telling.tell(
                "work-order.signed-off",
                work.facts().productOrderId(),
                workOrderId,
                "state",
                "checked",
                "unit",
                work.facts().unit());
    }
}
