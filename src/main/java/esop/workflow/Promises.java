package esop.workflow;

import java.time.Instant;
import java.util.Optional;

/** What was promised to a customer: told by whoever promises, so that it can be said when an internal due time no longer fits. */
public interface Promises {

    /** @param rootBusinessKey for example the id of the product order */
    Optional<Instant> of(String rootBusinessKey);
}
