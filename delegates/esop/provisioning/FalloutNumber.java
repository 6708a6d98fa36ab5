package esop.provisioning;

import esop.workflow.Delegate;

/** The id of a fallout that is about to be: business key of its process from the first moment. */
@Delegate
class FalloutNumber {

    private final FalloutRepository repository;

    FalloutNumber(FalloutRepository repository) {
        this.repository = repository;
    }

    public String next() {
        return repository.nextId();
    }
}
