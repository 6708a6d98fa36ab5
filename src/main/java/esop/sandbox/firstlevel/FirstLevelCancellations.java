package esop.sandbox.firstlevel;

import esop.sandbox.behaviour.Behaviours;
import esop.sandbox.kernel.Cancellations;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Records;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Withdrawals of the orders a province has sent up (撤单). */
@Component
@Order(2)
class FirstLevelCancellations extends Cancellations {

    static final Kind KIND = new Kind(
            FirstLevel.SYSTEM, FirstLevel.ORDERING, "cancelProductOrder", "撤单申请", "Cancellations", "FL-CO-", "tmf622");

    FirstLevelCancellations(FirstLevelOrders orders, Records records, Behaviours behaviours) {
        super(KIND, orders, records, behaviours);
    }
}
