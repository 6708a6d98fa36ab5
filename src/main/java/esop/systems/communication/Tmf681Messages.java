package esop.systems.communication;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.Step;
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

/** TMF681: the message is posted and its queue tells what becomes of it. */
@Component
class Tmf681Messages implements Messages, Protocol {

    private static final String MESSAGE = "/tmf-api/communicationManagement/v4/communicationMessage";
    private static final String SEND = "message.send";

    private final CallRecords records;
    private final TmfBody tmf;

    Tmf681Messages(CallRecords records, TmfBody tmf) {
        this.records = records;
        this.tmf = tmf;
    }

    @Override
    public void send(Step step, String city, String type, String receiver, String content) {
        var body = tmf.of("CommunicationMessage", step)
                .put("messageType", type)
                .put("content", content)
                .put("tryTimes", 3);
        body.putObject("sender").put("id", "esop").put("name", "ESOP");
        body.putArray("receiver")
                .addObject()
                .put("id", "1")
                .put(type.equals("Email") ? "email" : "phoneNumber", receiver);
        records.record(NewCall.of(step, "messages", SEND, city, body));
    }

    @Override
    public Set<String> operations() {
        return Set.of(SEND);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        return Request.post(MESSAGE, call.payload());
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return Optional.of(TmfBody.byExternalId(MESSAGE, call.step()));
    }

    @Override
    public boolean proves(SystemCall call, JsonNode message) {
        return TmfBody.bears(message, call);
    }

    @Override
    public Optional<Reading> read(SystemCall call, JsonNode message) {
        return TmfBody.text(message, "state")
                .flatMap(word -> TmfStates.ofMessage(word)
                        .map(state -> new Reading(
                                state,
                                TmfBody.text(message, "id").orElse(null),
                                TmfStates.errorClass(state, word),
                                TmfBody.text(message, "description").orElse(null))));
    }
}
