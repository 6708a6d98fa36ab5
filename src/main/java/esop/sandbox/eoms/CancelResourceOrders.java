package esop.sandbox.eoms;

import esop.sandbox.behaviour.Behaviours;
import esop.sandbox.kernel.Cancellations;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Records;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Withdrawals of construction orders (撤单). */
@Component
@Order(3)
class CancelResourceOrders extends Cancellations {

    static final Kind KIND =
            new Kind(Eoms.SYSTEM, Eoms.ORDERING, "cancelResourceOrder", "撤单申请", "Cancellations", "EOMS-CO-", "tmf652");

    CancelResourceOrders(ResourceOrders orders, Records records, Behaviours behaviours) {
        super(KIND, orders, records, behaviours);
    }
}
