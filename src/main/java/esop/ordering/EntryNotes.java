package esop.ordering;

import esop.provisioning.OrderNotes;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class EntryNotes implements OrderNotes {

    private final ProductOrderRepository orders;

    EntryNotes(ProductOrderRepository orders) {
        this.orders = orders;
    }

    @Override
    public Optional<String> of(String productOrderId) {
        return orders.find(productOrderId).map(order -> order.entry().note());
    }
}
