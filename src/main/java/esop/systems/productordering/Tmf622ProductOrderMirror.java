package esop.systems.productordering;

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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** TMF622: the first news of an order is posted, every later one patched onto what the CRM made of the first. */
@Component
class Tmf622ProductOrderMirror implements ProductOrderMirror, Protocol {

    private static final String PRODUCT_ORDER = "/tmf-api/productOrderingManagement/v4/productOrder";
    private static final String MIRROR = "product-order.mirror";

    private final CallRecords records;

    Tmf622ProductOrderMirror(CallRecords records) {
        this.records = records;
    }

    @Override
    public void mirror(Step step, String city, String orderId, JsonNode productOrder) {
        var body = ((ObjectNode) productOrder.deepCopy()).put("externalId", step.key());
        records.record(NewCall.of(step, "crm", MIRROR, city, body).inLane(orderId));
    }

    @Override
    public Set<String> operations() {
        return Set.of(MIRROR);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        return mirrored(call)
                .map(id -> Request.patch(PRODUCT_ORDER + "/" + id, call.payload()))
                .orElseGet(() -> Request.post(PRODUCT_ORDER, call.payload()));
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return mirrored(call)
                .map(id -> Request.get(PRODUCT_ORDER + "/" + id))
                .or(() -> Optional.of(TmfBody.byExternalId(PRODUCT_ORDER, call.step())));
    }

    private Optional<String> mirrored(SystemCall call) {
        return records.externalIdInLane(call.system(), Objects.requireNonNull(call.lane()));
    }

    @Override
    public boolean proves(SystemCall call, JsonNode order) {
        return TmfBody.bears(order, call.step());
    }

    /** A mirror is done when the CRM has the order, whatever its state there. */
    @Override
    public Optional<Reading> read(SystemCall call, JsonNode order) {
        return TmfBody.text(order, "id").map(id -> new Reading(State.COMPLETED, id, null, null));
    }
}
