package esop.customer;

import esop.web.Page;
import esop.web.Paging;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other modules may ask about enterprise customers; all within the current data scope. */
public interface Customers {

    Optional<Customer> find(String customerId);

    /**
     * @param text fragment of a name, an id or a contact's name, or a contact's whole number; blank for all
     * @param paging sorted by {@code name} (in the order of pinyin), {@code id}, {@code city}, {@code level} or {@code memberCount}
     */
    Page<Customer> search(String text, @Nullable String city, Paging paging);

    /** How old the copy of the CRM's records is. */
    Copy copy();

    /** Fetches all records from the CRM in the background; false when that is going on already. */
    boolean refresh();

    /**
     * The state of the copy.
     *
     * @param refreshed when it was last made whole
     * @param running whether it is being made right now
     * @param problem why the last try failed
     */
    record Copy(
            @Nullable Instant refreshed,
            boolean running,
            int total,
            @Nullable String problem) {}
}
