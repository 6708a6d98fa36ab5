package esop.sandbox.platform;

import esop.sandbox.kernel.Kind;
import esop.sandbox.serviceordering.ServiceOrders;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(1)
class PlatformOrders extends ServiceOrders {

    PlatformOrders() {
        super(
                new Kind(
                        Platform.SYSTEM,
                        Platform.ORDERING,
                        "serviceOrder",
                        "开通单",
                        "Service orders",
                        "PF-SO-",
                        "tmf641"),
                "PF-SV-");
    }
}
