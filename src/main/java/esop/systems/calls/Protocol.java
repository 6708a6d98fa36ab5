package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.StepOutlook;
import java.util.Optional;
import java.util.Set;

/** How the calls of one TM Forum API are said, and how its answers are read. */
public interface Protocol {

    Set<String> operations();

    /** What to say now; may look at earlier calls and ask the system first. Never inside a transaction. */
    Utterance say(SystemCall call, Inquiry inquiry);

    /** The question whether this call has arrived; empty where the system has no such question. */
    Optional<Request> proof(SystemCall call);

    /** Whether this resource, found by asking for proof, bears the trace of the call. */
    default boolean proves(SystemCall call, JsonNode resource) {
        return true;
    }

    /** Whether a call says all there is, so that a later one of its lane makes it superfluous. */
    default boolean tellsTheWhole() {
        return false;
    }

    /** What a resource of the system says about the call; empty when it is not understood. */
    Optional<Reading> read(SystemCall call, JsonNode resource);

    /**
     * What it says besides its state; empty where that is all.
     *
     * @param wanted what the system's event asks for
     */
    default Optional<StepOutlook> outlook(SystemCall call, JsonNode resource, Optional<String> wanted) {
        return Optional.empty();
    }
}
