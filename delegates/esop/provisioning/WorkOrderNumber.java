package esop.provisioning;

import esop.workflow.Delegate;

/** The id of a work order that is about to be: business key of its process from the first moment. */
@Delegate
class WorkOrderNumber {

    private final WorkOrderRepository repository;

    WorkOrderNumber(WorkOrderRepository repository) {
        this.repository = repository;
    }

    public String next() {
        return repository.nextId();
    }
}
