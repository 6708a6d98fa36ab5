package esop.sandbox.platform;

import esop.sandbox.behaviour.Behaviours;
import esop.sandbox.kernel.Cancellations;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Records;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Withdrawals of service orders (撤单). */
@Component
@Order(2)
class PlatformCancellations extends Cancellations {

    static final Kind KIND = new Kind(
            Platform.SYSTEM, Platform.ORDERING, "cancelServiceOrder", "撤单申请", "Cancellations", "PF-CO-", "tmf641");

    PlatformCancellations(PlatformOrders orders, Records records, Behaviours behaviours) {
        super(KIND, orders, records, behaviours);
    }
}
