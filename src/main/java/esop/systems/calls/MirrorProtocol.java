package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Mirror;
import esop.systems.Step;
import esop.systems.StepAnswered.State;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The first news of something is posted to the CRM, every later one patched onto what the CRM made of the first. */
public abstract class MirrorProtocol implements Mirror, Protocol {

    private static final String CRM = "crm";

    private final CallRecords records;
    private final String resource;
    private final String operation;
    private final String laneEnd;

    /**
     * @param resource path of the resource
     * @param name what is mirrored, for example {@code product-order}
     * @param laneEnd what tells its lane from that of others with the same id
     */
    protected MirrorProtocol(CallRecords records, String resource, String name, String laneEnd) {
        this.records = records;
        this.resource = resource;
        this.operation = name + ".mirror";
        this.laneEnd = laneEnd;
    }

    @Override
    public void mirror(Step step, String city, String id, JsonNode body) {
        var named = ((ObjectNode) body.deepCopy()).put("externalId", step.key());
        records.record(NewCall.of(step, CRM, operation, city, named).inLane(id + laneEnd));
    }

    @Override
    public Set<String> operations() {
        return Set.of(operation);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        return mirrored(call)
                .map(id -> Request.patch(resource + "/" + id, call.payload()))
                .orElseGet(() -> Request.post(resource, call.payload()));
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return mirrored(call)
                .map(id -> Request.get(resource + "/" + id))
                .or(() -> Optional.of(TmfBody.byExternalId(resource, call.step())));
    }

    private Optional<String> mirrored(SystemCall call) {
        return records.externalIdInLane(call.system(), Objects.requireNonNull(call.lane()));
    }

    @Override
    public boolean proves(SystemCall call, JsonNode found) {
        return TmfBody.bears(found, call.step());
    }

    @Override
    public boolean tellsTheWhole() {
        return true;
    }

    /** Done when the CRM has it, whatever its state there. */
    @Override
    public Optional<Reading> read(SystemCall call, JsonNode answered) {
        return TmfBody.text(answered, "id").map(id -> new Reading(State.COMPLETED, id, null, null));
    }
}
