package esop.systems.appointment;

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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** TMF646: asks for free times first, then for the first of them; the confirmation comes back by a callback. */
@Component
class Tmf646Appointments implements Appointments, Protocol {

    private static final String API = "/tmf-api/appointment/v4";
    private static final String APPOINTMENT = API + "/appointment";
    private static final String SEARCH = API + "/searchTimeSlot";
    private static final String CREATE = "appointment.create";
    private static final String CALL_OFF = "appointment.cancel";
    private static final Duration VISIT = Duration.ofHours(2);

    private final CallRecords records;
    private final TmfBody tmf;

    Tmf646Appointments(CallRecords records, TmfBody tmf) {
        this.records = records;
        this.tmf = tmf;
    }

    @Override
    public void make(
            Step step,
            String system,
            String city,
            String product,
            String customerId,
            String work,
            @Nullable String place,
            Instant earliest) {
        var body = tmf.of("Appointment", step).put("category", product).put("description", product);
        body.set("validFor", period(body.objectNode(), earliest, earliest.plus(VISIT)));
        body.set("relatedParty", tmf.customer(customerId));
        body.putArray("relatedEntity")
                .addObject()
                .put("id", work)
                .put("role", "installation")
                .put("@referredType", "WorkOrder");
        body.putObject("relatedPlace")
                .put("name", place == null ? city : place)
                .put("role", "installation")
                .put("@type", "GeographicPlace");
        records.record(NewCall.of(step, system, CREATE, city, body).inLane(step.key()));
    }

    /** In the lane of the appointment: never before it. */
    @Override
    public void callOff(Step step, String system, String city, Step appointment, String reason) {
        var body = tmf.of("Appointment", step).put("status", "cancelled");
        body.putArray("note").addObject().put("author", "ESOP").put("text", reason);
        records.record(NewCall.of(step, system, CALL_OFF, city, body)
                .inLane(appointment.key())
                .compensating(appointment.key()));
    }

    @Override
    public Optional<Visit> visit(JsonNode answer) {
        return instant(answer.at("/validFor/startDateTime"))
                .flatMap(from -> instant(answer.at("/validFor/endDateTime")).map(to -> new Visit(from, to)));
    }

    @Override
    public Set<String> operations() {
        return Set.of(CREATE, CALL_OFF);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        return call.operation().equals(CREATE) ? inFreeTime(call, inquiry) : calledOff(call, inquiry);
    }

    private Utterance inFreeTime(SystemCall call, Inquiry inquiry) {
        ObjectNode body = call.payload().deepCopy();
        var search = body.objectNode().put("@type", "SearchTimeSlot");
        search.putArray("requestedTimeSlot")
                .addObject()
                .set("validFor", call.payload().path("validFor"));
        search.set("relatedEntity", body.path("relatedEntity"));
        search.set("relatedPlace", body.path("relatedPlace"));
        var free = inquiry.ask(Request.post(SEARCH, search)).path("availableTimeSlot");
        if (free.isEmpty()) {
            return new Utterance.Settled(State.REJECTED, "no time is free");
        }
        body.set("validFor", free.get(0).path("validFor"));
        return Request.post(APPOINTMENT, body);
    }

    /** TMF646 wants the time of the visit said again with every change. */
    private Utterance calledOff(SystemCall call, Inquiry inquiry) {
        return appointment(call)
                .map(id -> inquiry.get(APPOINTMENT + "/" + id))
                .or(() -> appointmentAtSystem(call, inquiry))
                .<Utterance>map(made -> {
                    ObjectNode body = call.payload().deepCopy();
                    body.set("validFor", made.path("validFor"));
                    return Request.patch(APPOINTMENT + "/" + made.path("id").asText(), body);
                })
                .orElseGet(() -> new Utterance.Settled(State.COMPLETED, "no appointment was made"));
    }

    private Optional<String> appointment(SystemCall call) {
        return records.externalIdOf(Objects.requireNonNull(call.compensates()));
    }

    /** The appointment was given up without an answer, but may have arrived. */
    private static Optional<JsonNode> appointmentAtSystem(SystemCall call, Inquiry inquiry) {
        var step = Step.parse(Objects.requireNonNull(call.compensates()));
        for (var found : inquiry.get(TmfBody.byExternalId(APPOINTMENT, step).path())) {
            if (TmfBody.bears(found, step)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return call.operation().equals(CREATE)
                ? Optional.of(TmfBody.byExternalId(APPOINTMENT, call.step()))
                : appointment(call).map(id -> Request.get(APPOINTMENT + "/" + id));
    }

    @Override
    public boolean proves(SystemCall call, JsonNode appointment) {
        return call.operation().equals(CREATE)
                ? TmfBody.bears(appointment, call)
                : appointment.path("status").asText().equals("cancelled");
    }

    @Override
    public Optional<Reading> read(SystemCall call, JsonNode appointment) {
        return TmfBody.text(appointment, "status")
                .flatMap(word -> TmfStates.ofAppointment(word, call.operation().equals(CALL_OFF))
                        .map(state -> new Reading(
                                state,
                                TmfBody.text(appointment, "id").orElse(null),
                                TmfStates.errorClass(state, word),
                                TmfBody.note(appointment).orElse(null))));
    }

    private static ObjectNode period(ObjectNode period, Instant from, Instant to) {
        return period.put("startDateTime", from.toString()).put("endDateTime", to.toString());
    }

    private static Optional<Instant> instant(JsonNode text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.asText()).toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
