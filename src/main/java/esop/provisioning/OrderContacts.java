package esop.provisioning;

import esop.customer.Customer;
import java.util.Optional;

/** Whom to call about an order, where somebody was named at its entry; told by the module that keeps the orders. */
public interface OrderContacts {

    Optional<Customer.Contact> of(String productOrderId);
}
