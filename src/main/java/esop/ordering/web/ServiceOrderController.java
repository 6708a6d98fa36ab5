package esop.ordering.web;

import esop.provisioning.Provisioning;
import esop.web.Texts;
import esop.web.UnknownException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Leads from a service order's number to the order whose page has all of it. */
@RestController("orderingServiceOrderController")
class ServiceOrderController {

    private final Provisioning provisioning;

    ServiceOrderController(Provisioning provisioning) {
        this.provisioning = provisioning;
    }

    record Belonging(String id, String orderId) {}

    @GetMapping("/api/orders/service-orders/{id}")
    Belonging one(@PathVariable String id) {
        return provisioning
                .productOrderOf(id)
                .map(orderId -> new Belonging(id, orderId))
                .orElseThrow(() -> new UnknownException(Texts.get("ordering.unknown-service-order", id)));
    }
}
