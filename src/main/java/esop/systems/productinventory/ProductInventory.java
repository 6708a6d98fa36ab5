package esop.systems.productinventory;

import esop.systems.Step;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the CRM which products a customer has from now on, all of an order in one call (ESOP 6.3.2.1.1.1(2)). */
public interface ProductInventory {

    void register(Step step, String city, String customerId, String orderId, List<Product> products);

    /**
     * Sets everything back that a registration did; nothing where it never came.
     *
     * @param registration the step that did it
     */
    void takeBack(Step step, String city, Step registration);

    /**
     * @param subscription our own number of it
     * @param crmId the CRM's; null where it does not know it yet
     * @param action {@code add}, {@code modify} or {@code delete}
     */
    record Product(
            String subscription,
            @Nullable String crmId,
            String orderItem,
            String offering,
            String name,
            String action,
            Map<String, Object> characteristics) {}
}
