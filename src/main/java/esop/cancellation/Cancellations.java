package esop.cancellation;

import esop.web.Page;
import esop.web.Paging;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What other code may ask about cancellations; all within the current person's data scope. */
public interface Cancellations {

    /**
     * What ending these would cost, without doing anything.
     *
     * @throws esop.web.InvalidException with a line per wrong field
     */
    List<Line> assess(NewCancellation wish);

    /**
     * Takes one in and starts its process, both or neither.
     *
     * @throws esop.web.InvalidException with a line per wrong field
     * @throws esop.web.ConflictException where one of the subscriptions is being cancelled, changed or ended already
     */
    ServiceCancellation enter(NewCancellation wish);

    Optional<ServiceCancellation> find(String id);

    /** The one that this order carries out. */
    Optional<ServiceCancellation> ofOrder(String orderId);

    /** Those that end, or were to end, any of these; oldest first. */
    List<ServiceCancellation> ofSubscriptions(Collection<String> subscriptions);

    /** @param paging sorted by {@code created} (newest first where nothing is said), {@code id}, {@code customerName}, {@code state},
     *     {@code penalty}, {@code waived}, {@code day} or {@code ended} */
    Page<ServiceCancellation> list(CancellationFilter filter, Paging paging);

    /** Every matching one, newest first, one at a time. */
    void each(CancellationFilter filter, Consumer<ServiceCancellation> reader);

    /** What happened to it, oldest first. */
    List<CancellationEvent> events(String id);

    /** Every round of approval, oldest first. */
    List<WaiverVote> votes(String id);

    /** Whether the current person may withdraw it now. */
    boolean mayWithdraw(ServiceCancellation cancellation);

    /**
     * The customer has changed its mind; whatever is open for it ends, an approval too.
     *
     * @param revision as seen; null for whichever it has
     * @throws esop.web.UnknownException when there is none
     * @throws esop.web.ConflictException where it has changed since, or its order has been placed
     * @throws org.springframework.security.access.AccessDeniedException where it is somebody else's
     */
    ServiceCancellation withdraw(String id, @Nullable Integer revision, String reason);
}
