package esop.sandbox.si;

import esop.sandbox.kernel.Kind;
import esop.sandbox.serviceordering.ServiceOrders;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(1)
class SiOrders extends ServiceOrders {

    SiOrders() {
        super(
                new Kind(Si.SYSTEM, Si.ORDERING, "serviceOrder", "安装单", "Installation orders", "SI-SO-", "tmf641"),
                "SI-SV-");
    }
}
