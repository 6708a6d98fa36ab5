package esop.opportunity;

import esop.web.FieldError;
import esop.web.Page;
import esop.web.Paging;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What other code may ask about opportunities; all within the current person's data scope. */
public interface Opportunities {

    Optional<SalesOpportunity> find(String id);

    /** The one that became this order. */
    Optional<SalesOpportunity> ofOrder(String orderId);

    /** @param paging sorted by {@code created} (newest first where nothing is said), {@code id}, {@code name}, {@code customerName},
     *     {@code expectedRevenue}, {@code deadline}, {@code stageSince}, {@code state}, {@code ended} or
     *     {@code agreementEnds} */
    Page<SalesOpportunity> list(OpportunityFilter filter, Paging paging);

    /** Every matching one, newest first, one at a time. */
    void each(OpportunityFilter filter, Consumer<SalesOpportunity> reader);

    /** How many there are at each stage, how much they are worth, and how much of that may be expected. */
    Funnel funnel(OpportunityFilter filter);

    /** What happened to it, oldest first. */
    List<OpportunityEvent> events(String id);

    List<Collaboration> collaborations(String id);

    List<Approval> approvals(String id);

    Optional<Agreement> agreement(String id);

    List<Document> documents(String id);

    /** What keeps it at its stage; nothing where it may go on, or is at none. */
    List<FieldError> missing(SalesOpportunity opportunity);

    /** Whether the current person decides how it goes on. */
    boolean mine(SalesOpportunity opportunity);

    /** Whether the current person may write what is known of it. */
    boolean mayEdit(SalesOpportunity opportunity);

    /** Whether this is the id of a customer the current person may know of. */
    boolean isCustomer(String customerId);

    /** Whether the current person may end it now. */
    boolean mayEnd(SalesOpportunity opportunity);

    /** Channels a step of it can be handed to. */
    List<String> channels(SalesOpportunity opportunity);

    Optional<byte[]> content(String id, long documentId);
}
