package esop.systems.servicetest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.ErrorClass;
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
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** TMF653: a test is posted for the service that an order of TMF641 has opened; its result comes back by callbacks. */
@Component
class Tmf653ServiceTesting implements ServiceTesting, Protocol {

    private static final String SERVICE_TEST = "/tmf-api/serviceTestManagement/v4/serviceTest";
    private static final String SERVICE_ORDER = "/tmf-api/serviceOrdering/v4/serviceOrder";
    private static final String CREATE = "service-test.create";

    private final CallRecords records;
    private final TmfBody tmf;

    Tmf653ServiceTesting(CallRecords records, TmfBody tmf) {
        this.records = records;
        this.tmf = tmf;
    }

    /** The subject is the order, for only the system knows under which number it keeps the service. */
    @Override
    public void test(Step step, String system, String city, String product, Step order) {
        var body = tmf.of("ServiceTest", step).put("name", product).put("mode", "ONDEMAND");
        body.putObject("testSpecification")
                .put("id", product + "-acceptance")
                .put("@referredType", "ServiceTestSpecification");
        records.record(NewCall.of(step, system, CREATE, city, body).about(order.key()));
    }

    @Override
    public Set<String> operations() {
        return Set.of(CREATE);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        var order = String.valueOf(call.subject());
        return records.externalIdOf(order)
                .map(id -> inquiry.get(SERVICE_ORDER + "/" + id))
                .flatMap(found -> TmfBody.text(found.at("/serviceOrderItem/0/service"), "id"))
                .<Utterance>map(service -> Request.post(SERVICE_TEST, about(call, service)))
                .orElseGet(() -> new Utterance.Settled(State.REJECTED, "no service was opened by " + order));
    }

    private static ObjectNode about(SystemCall call, String service) {
        ObjectNode body = call.payload().deepCopy();
        body.putObject("relatedService").put("id", service).put("@referredType", "Service");
        return body;
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return Optional.of(TmfBody.byExternalId(SERVICE_TEST, call.step()));
    }

    @Override
    public boolean proves(SystemCall call, JsonNode test) {
        return TmfBody.bears(test, call);
    }

    /** A test that ran to its end with a measure outside of its limits has not been passed. */
    @Override
    public Optional<Reading> read(SystemCall call, JsonNode test) {
        var violation = violation(test);
        return TmfBody.text(test, "state")
                .flatMap(word -> TmfStates.ofOrder(word)
                        .map(state -> state == State.COMPLETED && violation.isPresent() ? State.FAILED : state)
                        .map(state -> new Reading(
                                state,
                                TmfBody.text(test, "id").orElse(null),
                                state == State.FAILED ? ErrorClass.FAILED : TmfStates.errorClass(state, word),
                                violation.orElse(null))));
    }

    private static Optional<String> violation(JsonNode test) {
        for (var measure : test.path("testMeasure")) {
            for (var broken : measure.path("ruleViolation")) {
                return TmfBody.text(broken, "name").or(() -> TmfBody.text(measure, "metricName"));
            }
        }
        return Optional.empty();
    }
}
