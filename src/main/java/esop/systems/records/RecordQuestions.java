package esop.systems.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.systems.Step;
import esop.systems.StepAnswered.State;
import esop.systems.calls.CallRecords;
import esop.systems.calls.Inquiry;
import esop.systems.calls.NewCall;
import esop.systems.calls.Protocol;
import esop.systems.calls.Reading;
import esop.systems.calls.Request;
import esop.systems.calls.SystemCall;
import esop.systems.calls.Utterance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks for one record by a list of its number: an empty list is an answer, and no error. */
@Component
class RecordQuestions implements Protocol {

    private static final String ASK = "record.ask";

    private final CallRecords records;
    private final ObjectMapper json;

    RecordQuestions(CallRecords records, ObjectMapper json) {
        this.records = records;
        this.json = json;
    }

    void ask(Step question, String city, LeftRecord about) {
        var what = json.createObjectNode().put("record", about.kind().word()).put("id", about.id());
        records.record(NewCall.of(question, about.system(), ASK, city, what));
    }

    @Override
    public Set<String> operations() {
        return Set.of(ASK);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        return question(call);
    }

    private static Request question(SystemCall call) {
        var kind = RecordKind.of(call.payload().path("record").asText());
        var id = call.payload().path("id").asText();
        return Request.get(kind.path() + "?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    }

    /** What changes nothing may be asked as often as one likes. */
    @Override
    public Optional<Request> proof(SystemCall call) {
        return Optional.of(question(call));
    }

    @Override
    public Optional<Reading> read(SystemCall call, JsonNode answer) {
        var understood = answer.isArray()
                ? answer.isEmpty() || answer.path(0).hasNonNull("id")
                : answer.path("id").asText().equals(call.payload().path("id").asText());
        return understood ? Optional.of(new Reading(State.COMPLETED, null, null, null)) : Optional.empty();
    }
}
