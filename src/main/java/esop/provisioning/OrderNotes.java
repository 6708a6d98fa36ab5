package esop.provisioning;

import java.util.Optional;

/** What was noted at an order's entry; told by the module that keeps the orders. */
public interface OrderNotes {

    Optional<String> of(String productOrderId);
}
