package esop.sandbox.boss;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.Refusal;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is booked on a customer's account besides its bills. */
@Component
@Order(3)
class Payments implements TmfResource {

    static final Kind KIND = new Kind(Boss.SYSTEM, "payment/v4", "payment", "收费", "Payments", "BOSS-PAY-", "tmf676");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.CREATE);
    }

    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.immediate("status", "authorized");
    }

    @Override
    public String prepare(ObjectNode payment, Asked asked) {
        if (payment.path("totalAmount").path("value").decimalValue().signum() <= 0) {
            throw Refusal.unprocessable("totalAmount must be more than nothing");
        }
        payment.put("paymentDate", asked.at().toString());
        return lifecycle().first();
    }
}
