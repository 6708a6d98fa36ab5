package esop.ordering;

import esop.customer.Customer;
import esop.provisioning.OrderContacts;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class EntryContacts implements OrderContacts {

    private final ProductOrderRepository orders;

    EntryContacts(ProductOrderRepository orders) {
        this.orders = orders;
    }

    @Override
    public Optional<Customer.Contact> of(String productOrderId) {
        return orders.find(productOrderId)
                .map(order -> order.entry().contact())
                .map(contact -> new Customer.Contact(String.valueOf(contact.name()), null, contact.phone(), null));
    }
}
