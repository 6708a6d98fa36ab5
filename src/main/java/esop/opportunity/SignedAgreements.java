package esop.opportunity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Agreements in force, for whoever looks after what came of them; all within the current data scope. */
public interface SignedAgreements {

    /**
     * An agreement and the order it became.
     *
     * @param opportunityId what it is found by
     * @param items what was agreed, with prices
     */
    record Signed(String opportunityId, String orderId, Agreement agreement, List<Solution.Item> items) {}

    /** Those of these orders; an order without one is left out. */
    List<Signed> ofOrders(Collection<String> orderIds);

    Optional<Signed> find(String opportunityId);

    /** Whether the current person may change its terms now. */
    boolean mayChange(Agreement agreement);

    /**
     * Prolongs it, or changes how long the customer is bound and for which share; the CRM is told.
     *
     * @param revision of the agreement, as seen
     * @throws esop.web.ConflictException where it has changed since, or is not in force
     * @throws esop.web.InvalidException with a line per wrong field
     */
    Signed change(
            String opportunityId,
            @Nullable Integer revision,
            @Nullable String ends,
            @Nullable String boundUntil,
            @Nullable BigDecimal penaltyShare);

    /** Nothing of it is left: it ends on this day, and the CRM is told. Silent where it has ended already. */
    void close(String opportunityId, LocalDate day);
}
