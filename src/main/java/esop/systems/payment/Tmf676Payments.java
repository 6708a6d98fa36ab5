package esop.systems.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Step;
import esop.systems.StepAnswered.State;
import esop.systems.calls.CallRecords;
import esop.systems.calls.Inquiry;
import esop.systems.calls.NewCall;
import esop.systems.calls.Protocol;
import esop.systems.calls.Reading;
import esop.systems.calls.Request;
import esop.systems.calls.SystemCall;
import esop.systems.calls.TmfBody;
import esop.systems.calls.Utterance;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** TMF676: a payment is posted on the customer's account and goes onto its next bill; it is found again by {@code externalId}. */
@Component
class Tmf676Payments implements Payments, Protocol {

    private static final String PAYMENT = "/tmf-api/payment/v4/payment";
    private static final String CHARGE = "payment.create";

    private final CallRecords records;
    private final TmfBody tmf;

    Tmf676Payments(CallRecords records, TmfBody tmf) {
        this.records = records;
        this.tmf = tmf;
    }

    @Override
    public void charge(Step step, String city, String customerId, BigDecimal yuan, String subject, String description) {
        var body = tmf.of("Payment", step).put("correlatorId", subject).put("description", description);
        body.putObject("account").put("id", customerId).put("@referredType", "BillingAccount");
        body.set("relatedParty", tmf.customer(customerId));
        body.set("amount", money(yuan, body.objectNode()));
        body.set("totalAmount", money(yuan, body.objectNode()));
        body.putObject("paymentMethod").put("name", "bill").put("@type", "accountPayment");
        var item = body.putArray("paymentItem").addObject();
        item.set("amount", money(yuan, body.objectNode()));
        item.putObject("item").put("id", subject).put("@referredType", "ServiceCancellation");
        records.record(NewCall.of(step, "boss", CHARGE, city, body));
    }

    private static ObjectNode money(BigDecimal yuan, ObjectNode money) {
        return money.put("unit", "CNY").put("value", yuan);
    }

    @Override
    public Set<String> operations() {
        return Set.of(CHARGE);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        return Request.post(PAYMENT, call.payload());
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return Optional.of(TmfBody.byExternalId(PAYMENT, call.step()));
    }

    @Override
    public boolean proves(SystemCall call, JsonNode payment) {
        return TmfBody.bears(payment, call.step());
    }

    /** BOSS has it: when the customer pays is BOSS's matter. */
    @Override
    public Optional<Reading> read(SystemCall call, JsonNode payment) {
        return TmfBody.text(payment, "id").map(id -> new Reading(State.COMPLETED, id, null, null));
    }
}
