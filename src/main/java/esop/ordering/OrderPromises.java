package esop.ordering;

import esop.workflow.Promises;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The date that a customer was promised with an order. */
@Component
class OrderPromises implements Promises {

    private final ProductOrderRepository orders;

    OrderPromises(ProductOrderRepository orders) {
        this.orders = orders;
    }

    @Override
    public Optional<Instant> of(String rootBusinessKey) {
        return orders.find(rootBusinessKey).map(order -> order.entry().due());
    }
}
