package esop.sandbox.platform;

import esop.sandbox.behaviour.Behaviours;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Records;
import esop.sandbox.serviceordering.Cancellations;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(2)
class PlatformCancellations extends Cancellations {

    PlatformCancellations(PlatformOrders orders, Records records, Behaviours behaviours) {
        super(
                new Kind(
                        Platform.SYSTEM,
                        Platform.ORDERING,
                        "cancelServiceOrder",
                        "撤单申请",
                        "Cancellations",
                        "PF-CO-",
                        "tmf641"),
                orders,
                records,
                behaviours);
    }
}
