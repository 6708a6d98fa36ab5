package esop.sandbox.si;

import esop.sandbox.behaviour.Behaviours;
import esop.sandbox.kernel.Cancellations;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Records;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(2)
class SiCancellations extends Cancellations {

    SiCancellations(SiOrders orders, Records records, Behaviours behaviours) {
        super(
                new Kind(Si.SYSTEM, Si.ORDERING, "cancelServiceOrder", "撤单申请", "Cancellations", "SI-CO-", "tmf641"),
                orders,
                records,
                behaviours);
    }
}
