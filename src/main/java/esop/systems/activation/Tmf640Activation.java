package esop.systems.activation;

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
import esop.systems.calls.TmfStates;
import esop.systems.calls.Utterance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** TMF640: a new service is posted, an existing one patched; an ended one stays as {@code terminated}, so that it can be proved. */
@Component
class Tmf640Activation implements ServiceActivation, Protocol {

    private static final String SERVICE = "/tmf-api/ServiceActivationAndConfiguration/v4/service";
    private static final String CREATE = "service-activation.create";
    private static final String MODIFY = "service-activation.modify";
    private static final String TERMINATE = "service-activation.terminate";
    private static final String RESTATE = "service-activation.restate";

    private final CallRecords records;
    private final TmfBody tmf;

    Tmf640Activation(CallRecords records, TmfBody tmf) {
        this.records = records;
        this.tmf = tmf;
    }

    @Override
    public void activate(
            Step step, String city, String product, String action, String customerId, Map<String, ?> characteristics) {
        var operation = switch (action) {
            case "add" -> CREATE;
            case "modify" -> MODIFY;
            case "delete" -> TERMINATE;
            default -> throw new IllegalArgumentException("no such action: " + action);
        };
        var subject = customerId + "/" + product;
        var body = body(step, operation, city, product, customerId, characteristics);
        // Only changes of the same service must keep their order.
        var lane = operation.equals(CREATE) ? null : subject;
        records.record(
                NewCall.of(step, "boss", operation, city, body).inLane(lane).about(subject));
    }

    @Override
    public void deactivate(Step step, String city, String product, String customerId, Step activation) {
        var subject = customerId + "/" + product;
        records.record(
                NewCall.of(step, "boss", TERMINATE, city, body(step, TERMINATE, city, product, customerId, Map.of()))
                        .inLane(subject)
                        .about(subject)
                        .compensating(activation.key()));
    }

    /** The service keeps the external id of the step that opened it. */
    @Override
    public void restate(
            Step step,
            String city,
            String service,
            String product,
            String action,
            String customerId,
            Map<String, ?> characteristics) {
        var wish = action.equals("delete") ? TERMINATE : RESTATE;
        var body = body(step, wish, city, product, customerId, characteristics).put("id", service);
        body.remove("externalId");
        records.record(NewCall.of(step, "boss", RESTATE, city, body).inLane(customerId + "/" + product));
    }

    private ObjectNode body(
            Step step,
            String operation,
            String city,
            String product,
            String customerId,
            Map<String, ?> characteristics) {
        var body = tmf.of("Service", step).put("state", operation.equals(TERMINATE) ? "terminated" : "active");
        body.set("serviceCharacteristic", tmf.characteristics(characteristics));
        body.set("relatedParty", tmf.customer(customerId));
        body.put("name", product);
        if (operation.equals(CREATE)) {
            body.putObject("serviceSpecification").put("id", product).put("@type", "ServiceSpecification");
            body.putArray("place").add(tmf.place(city));
        }
        return body;
    }

    @Override
    public Set<String> operations() {
        return Set.of(CREATE, MODIFY, TERMINATE, RESTATE);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        if (call.operation().equals(CREATE)) {
            return Request.post(SERVICE, call.payload());
        }
        if (call.operation().equals(RESTATE)) {
            return Request.patch(SERVICE + "/" + call.payload().path("id").asText(), change(call));
        }
        return service(call)
                .or(() -> call.compensates() == null ? serviceAtBoss(call, inquiry) : Optional.empty())
                .<Utterance>map(id -> Request.patch(SERVICE + "/" + id, call.payload()))
                .orElseGet(() -> new Utterance.Settled(State.REJECTED, "no such service: " + call.subject()));
    }

    private static ObjectNode change(SystemCall call) {
        ObjectNode change = call.payload().deepCopy();
        change.remove("id");
        return change;
    }

    /** What is to be undone names its own service; there may be another of the same product by now. */
    private Optional<String> service(SystemCall call) {
        if (call.compensates() != null) {
            return records.externalIdOf(call.compensates());
        }
        return records.externalIdOfSubject(call.system(), String.valueOf(call.subject()));
    }

    /** A service that was opened before there was an ESOP. */
    private static Optional<String> serviceAtBoss(SystemCall call, Inquiry inquiry) {
        var customer = call.payload().path("relatedParty").path(0).path("id").asText();
        var found = inquiry.get(SERVICE + "?name="
                + encoded(call.payload().path("name").asText()) + "&relatedParty.id=" + encoded(customer));
        for (var service : found) {
            var party = service.path("relatedParty").path(0).path("id").asText();
            if (party.equals(customer) && !service.path("state").asText().equals("terminated")) {
                return TmfBody.text(service, "id");
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return call.operation().equals(CREATE)
                ? Optional.of(TmfBody.byExternalId(SERVICE, call.step()))
                : (call.operation().equals(RESTATE) ? TmfBody.text(call.payload(), "id") : service(call))
                        .map(id -> Request.get(SERVICE + "/" + id));
    }

    @Override
    public boolean proves(SystemCall call, JsonNode service) {
        return switch (call.operation()) {
            case CREATE -> TmfBody.bears(service, call);
            case TERMINATE -> service.path("state").asText().equals("terminated");
            case RESTATE ->
                change(call).properties().stream()
                        .allMatch(field -> field.getValue().equals(service.path(field.getKey())));
            default -> TmfBody.bears(service, call.step());
        };
    }

    @Override
    public Optional<Reading> read(SystemCall call, JsonNode resource) {
        return resource.has("sourceHref") ? monitored(resource) : opened(call, resource);
    }

    private static Optional<Reading> opened(SystemCall call, JsonNode service) {
        var wanted = call.payload().path("state").asText();
        return TmfBody.text(service, "state")
                .flatMap(word -> TmfStates.ofService(word, wanted)
                        .map(state -> new Reading(
                                state,
                                TmfBody.text(service, "id").orElse(null),
                                TmfStates.errorClass(state, word),
                                TmfBody.note(service).orElse(null))));
    }

    /** 202: BOSS takes its time and names a monitor, which leads to the service. */
    private static Optional<Reading> monitored(JsonNode monitor) {
        var href = monitor.path("sourceHref").asText();
        return TmfBody.text(monitor, "state")
                .flatMap(word -> TmfStates.ofMonitor(word)
                        .map(state -> new Reading(
                                state,
                                href.substring(href.lastIndexOf('/') + 1),
                                TmfStates.errorClass(state, word),
                                state == State.FAILED
                                        ? TmfBody.text(monitor.path("response"), "body")
                                                .orElse(null)
                                        : null)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
