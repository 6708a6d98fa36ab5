package esop.provisioning;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other modules may ask of service provisioning. */
public interface Provisioning {

    /** Records a service order, state {@code acknowledged}; its process is called by the order's. */
    void create(NewServiceOrder serviceOrder);

    /**
     * Gives these the turn to be opened, as far as no other order of the same customer and product is being taken back (避免隔单).
     *
     * @return those that go now
     */
    List<String> takeTurns(List<String> serviceOrderIds);

    /**
     * Ends a service order that has not begun, state {@code cancelled}, because one it depends on did not succeed; published as
     * {@link ServiceOrderEnded}. Refused with {@code IllegalStateException} once its process runs.
     */
    void cancel(String serviceOrderId, String reason);

    /**
     * Ends a service order that has not begun because its order was amended, published as {@link ServiceOrderEnded}.
     *
     * @param by the one that takes its place, null where none does
     */
    void supersede(String serviceOrderId, @Nullable String by);

    /** Keeps everything of this order as it is until the end of the caller's transaction. */
    void lock(String productOrderId);

    /**
     * Whether a system is just doing something for this order that is neither stopped nor known in a moment: then it is no time to
     * withdraw it.
     */
    boolean isBusy(String productOrderId);

    /** Whether a fallout of this order still wants all of it rolled back: it may be decided otherwise while a system is busy. */
    boolean isRollbackDecided(String productOrderId);

    /**
     * Ends what of this order has not ended: service orders and work orders are cancelled, fallouts closed. Its processes must have been
     * stopped in the same transaction; what was done at other systems is for {@link Rollbacks}.
     */
    void withdraw(String productOrderId, String reason);

    /** The product order that a service order of the caller's cities belongs to. */
    Optional<String> productOrderOf(String serviceOrderId);

    /** The service orders of these product orders with their work orders, in level and then id order. */
    List<ServiceOrderView> ofProductOrders(Collection<String> productOrderIds);
}
