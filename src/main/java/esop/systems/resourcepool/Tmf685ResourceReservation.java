package esop.systems.resourcepool;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** TMF685: a reservation is posted; released, it stays with the state {@code released}. */
@Component
class Tmf685ResourceReservation implements ResourceReservation, Protocol {

    private static final String RESERVATION = "/tmf-api/resourcePoolManagement/v1/reservation";
    private static final String CREATE = "reservation.create";
    private static final String RELEASE = "reservation.release";

    private final CallRecords records;
    private final TmfBody tmf;

    Tmf685ResourceReservation(CallRecords records, TmfBody tmf) {
        this.records = records;
        this.tmf = tmf;
    }

    @Override
    public void reserve(Step step, String city, String product, Map<String, ?> characteristics) {
        var body = tmf.of("Reservation", step).put("description", product + " " + characteristics);
        body.putObject("relatedParty")
                .put("id", "esop")
                .put("name", "ESOP")
                .put("role", "requester")
                .put("@referredType", "Organization");
        body.putObject("productOfferingRef").put("id", product).put("name", product);
        var item = body.putArray("reservationItem").addObject().put("quantity", 1);
        var demand = item.putObject("resourceCapacity").put("capacityDemandAmount", "1");
        demand.putObject("resourcePool").put("id", product + "-" + city);
        demand.putObject("place").put("id", city).put("name", city);
        records.record(NewCall.of(step, "eoms", CREATE, city, body).inLane(step.key()));
    }

    /** In the lane of the reservation: never before it. */
    @Override
    public void release(Step step, String city, Step reservation) {
        var body = tmf.of("Reservation", step).put("reservationState", "released");
        records.record(NewCall.of(step, "eoms", RELEASE, city, body)
                .inLane(reservation.key())
                .compensating(reservation.key()));
    }

    @Override
    public Set<String> operations() {
        return Set.of(CREATE, RELEASE);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        if (call.operation().equals(CREATE)) {
            return Request.post(RESERVATION, call.payload());
        }
        return reservation(call)
                .or(() -> reservationAtEoms(call, inquiry))
                .<Utterance>map(id -> Request.patch(RESERVATION + "/" + id, call.payload()))
                .orElseGet(() -> new Utterance.Settled(State.COMPLETED, "nothing was reserved"));
    }

    private Optional<String> reservation(SystemCall call) {
        return records.externalIdOf(Objects.requireNonNull(call.compensates()));
    }

    /** The reservation was given up without an answer, but may have arrived. */
    private static Optional<String> reservationAtEoms(SystemCall call, Inquiry inquiry) {
        var reservation = Step.parse(Objects.requireNonNull(call.compensates()));
        for (var found :
                inquiry.get(TmfBody.byExternalId(RESERVATION, reservation).path())) {
            if (TmfBody.bears(found, reservation)) {
                return TmfBody.text(found, "id");
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return call.operation().equals(CREATE)
                ? Optional.of(TmfBody.byExternalId(RESERVATION, call.step()))
                : reservation(call).map(id -> Request.get(RESERVATION + "/" + id));
    }

    @Override
    public boolean proves(SystemCall call, JsonNode reservation) {
        return call.operation().equals(CREATE)
                ? TmfBody.bears(reservation, call)
                : reservation.path("reservationState").asText().equals("released");
    }

    @Override
    public Optional<Reading> read(SystemCall call, JsonNode reservation) {
        return TmfBody.text(reservation, "reservationState")
                .flatMap(word -> TmfStates.ofReservation(word, call.operation().equals(RELEASE))
                        .map(state -> new Reading(
                                state,
                                TmfBody.text(reservation, "id").orElse(null),
                                TmfStates.errorClass(state, word),
                                TmfBody.text(reservation, "description").orElse(null))));
    }
}
