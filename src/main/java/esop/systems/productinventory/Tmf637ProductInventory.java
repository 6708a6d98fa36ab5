package esop.systems.productinventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import esop.systems.calls.TmfStates;
import esop.systems.calls.Utterance;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * TMF637: products of one order are created, changed and terminated by a task, {@code registerProduct}, and set back by another,
 * {@code cancelRegisterProduct}: our extension, in the manner of TM Forum's own tasks, for the API itself takes one product at a time.
 */
@Component
class Tmf637ProductInventory implements ProductInventory, Protocol {

    private static final String API = "/tmf-api/productInventory/v4";
    private static final String REGISTRATIONS = API + "/registerProduct";
    private static final String CANCELLATIONS = API + "/cancelRegisterProduct";
    private static final String REGISTER = "product.register";
    private static final String TAKE_BACK = "product.take-back";

    private final CallRecords records;
    private final TmfBody tmf;

    Tmf637ProductInventory(CallRecords records, TmfBody tmf) {
        this.records = records;
        this.tmf = tmf;
    }

    @Override
    public void register(Step step, String city, String customerId, String orderId, List<Product> products) {
        var body = tmf.of("RegisterProduct", step);
        body.set("relatedParty", tmf.customer(customerId));
        var list = body.putArray("product");
        products.forEach(product -> add(list, product, orderId));
        records.record(NewCall.of(step, "crm", REGISTER, city, body));
    }

    private void add(ArrayNode list, Product product, String orderId) {
        var body = list.addObject().put("@type", "Product").put("externalId", product.subscription());
        if (product.crmId() != null) {
            body.put("id", product.crmId());
        }
        body.put("name", product.name()).put("status", product.action().equals("delete") ? "terminated" : "active");
        body.putObject("productOffering").put("id", product.offering()).put("name", product.name());
        body.set("productCharacteristic", tmf.characteristics(product.characteristics()));
        body.putArray("productOrderItem")
                .addObject()
                .put("productOrderId", orderId)
                .put("orderItemId", product.orderItem())
                .put("orderItemAction", product.action());
    }

    @Override
    public void takeBack(Step step, String city, Step registration) {
        var body = tmf.of("CancelRegisterProduct", step);
        records.record(NewCall.of(step, "crm", TAKE_BACK, city, body).compensating(registration.key()));
    }

    @Override
    public Set<String> operations() {
        return Set.of(REGISTER, TAKE_BACK);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        if (call.operation().equals(REGISTER)) {
            return Request.post(REGISTRATIONS, call.payload());
        }
        var registration = Step.parse(Objects.requireNonNull(call.compensates()));
        return records.externalIdOf(registration.key())
                .or(() -> registrationAtCrm(registration, inquiry))
                .<Utterance>map(id -> Request.post(CANCELLATIONS, of(call, id)))
                .orElseGet(() -> new Utterance.Settled(State.COMPLETED, "nothing was registered"));
    }

    /** It was given up without an answer, but may have arrived. */
    private static Optional<String> registrationAtCrm(Step registration, Inquiry inquiry) {
        for (var found :
                inquiry.get(TmfBody.byExternalId(REGISTRATIONS, registration).path())) {
            if (TmfBody.bears(found, registration)) {
                return TmfBody.text(found, "id");
            }
        }
        return Optional.empty();
    }

    private static ObjectNode of(SystemCall call, String registration) {
        ObjectNode body = call.payload().deepCopy();
        body.putObject("registerProduct").put("id", registration).put("@referredType", "RegisterProduct");
        return body;
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return Optional.of(
                TmfBody.byExternalId(call.operation().equals(REGISTER) ? REGISTRATIONS : CANCELLATIONS, call.step()));
    }

    @Override
    public boolean proves(SystemCall call, JsonNode task) {
        return TmfBody.bears(task, call);
    }

    @Override
    public Optional<Reading> read(SystemCall call, JsonNode task) {
        return TmfBody.text(task, "state")
                .flatMap(word -> TmfStates.ofTask(word)
                        .map(state -> new Reading(
                                state,
                                TmfBody.text(task, "id").orElse(null),
                                TmfStates.errorClass(state, word),
                                TmfBody.note(task).orElse(null))));
    }
}
