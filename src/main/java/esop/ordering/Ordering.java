package esop.ordering;

import esop.identity.Person;
import esop.provisioning.ServiceOrderView;
import esop.web.FieldError;
import esop.web.Page;
import esop.web.Paging;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What other code may ask about product orders; all within the current person's data scope. */
public interface Ordering {

    /** What is wrong with it, in the person's language; empty where it could be placed. */
    List<FieldError> check(NewOrder order);

    /** Of an order that could be placed: what it would change or end that the customer does not subscribe to. */
    List<FieldError> warnings(NewOrder order);

    /**
     * Accepts an order and starts its process, both or neither.
     *
     * @throws esop.web.InvalidException with a line per wrong field
     */
    ProductOrder place(NewOrder order);

    /** The same in the name of somebody who took it in earlier. */
    ProductOrder place(NewOrder order, Person receiver);

    /**
     * Changes what may still change: its wishes before work on it has begun, items until their turn has come; all of it or nothing.
     *
     * @throws esop.web.ConflictException when it is too late
     * @throws esop.web.InvalidException with a line per wrong field
     * @throws esop.web.UnknownException when there is none
     */
    ProductOrder amend(String orderId, Amendment amendment);

    /**
     * Changes characteristics: what a system has refused is sent to it again with them, an item whose turn has not come is amended; all of
     * it or nothing.
     *
     * @throws esop.web.ConflictException when it is too late, or somebody else is just deciding
     * @throws esop.web.InvalidException with a line per wrong field
     * @throws esop.web.UnknownException when there is none
     */
    ProductOrder correct(String orderId, List<Correction> corrections);

    /** Ids of the items that an amendment may still change or drop, by what the order's service orders are now. */
    Set<String> changeableItems(ProductOrder order, List<ServiceOrderView> serviceOrders);

    /** Withdraws an order under way, or says why not; what was done for it is taken back afterwards. */
    Withdrawal withdraw(String orderId, String reason);

    /** Why a withdrawal would be refused now. */
    Optional<Withdrawal.Refused> withdrawalRefusal(ProductOrder order);

    Optional<ProductOrder> find(String orderId);

    /** @param paging sorted by {@code created} (newest first where nothing is said), {@code id}, {@code due}, {@code completed},
     *     {@code requestedDate}, {@code customerName}, {@code state} or {@code priority} */
    Page<ProductOrder> list(OrderFilter filter, Paging paging);

    /** Every matching order, newest first, one at a time: as many as there are. */
    void each(OrderFilter filter, Consumer<ProductOrder> reader);

    /** What happened to an order, oldest first. */
    List<OrderEvent> events(String orderId);

    Optional<ReturnCall> returnCall(String orderId);
}
