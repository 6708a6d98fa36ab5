package esop.workflow;

import java.util.Optional;

/** The customers whose cases go to one person, whoever has worked on them last. */
public interface KeyAccounts {

    /** Sign-on name of the manager of a key account; nobody for other customers. */
    Optional<String> managerOf(String customerId);
}
