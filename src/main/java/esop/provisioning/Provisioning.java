package esop.provisioning;

import java.util.Collection;
import java.util.List;

/** What other modules may ask of service provisioning. */
public interface Provisioning {

    /** Records a service order, state {@code acknowledged}; its process is called by the order's. */
    void create(NewServiceOrder serviceOrder);

    /**
     * Ends a service order that has not begun, state {@code cancelled}, because one it depends on did not succeed; published as
     * {@link ServiceOrderEnded}. Refused with {@code IllegalStateException} once its process runs.
     */
    void cancel(String serviceOrderId, String reason);

    /** The service orders of these product orders with their work orders, in level and then id order. */
    List<ServiceOrderView> ofProductOrders(Collection<String> productOrderIds);
}
