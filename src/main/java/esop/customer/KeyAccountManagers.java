package esop.customer;

import esop.workflow.KeyAccounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A key account is a customer of level A. */
@Component
class KeyAccountManagers implements KeyAccounts {

    private final Customers customers;

    KeyAccountManagers(Customers customers) {
        this.customers = customers;
    }

    @Override
    public Optional<String> managerOf(String customerId) {
        return customers
                .find(customerId)
                .filter(customer -> customer.level().equals("A"))
                .map(Customer::manager);
    }
}
