package esop.provisioning;

import java.util.Collection;
import java.util.List;

/** What other modules may ask of service provisioning. */
public interface Provisioning {

    /** Records a service order, state {@code acknowledged}; its process is called by the order's. */
    void create(NewServiceOrder serviceOrder);

    /** The service orders of these product orders with their work orders, in level and then id order. */
    List<ServiceOrderView> ofProductOrders(Collection<String> productOrderIds);
}
