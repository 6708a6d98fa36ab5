package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Step;
import esop.systems.StepAnswered.State;
import java.time.Instant;
import java.util.Optional;

/** 催单: an order that is known to a system gets a note, which bears the step, and another priority. Its due date stays. */
public final class Urge {

    private static final String AUTHOR = "ESOP";

    private Urge() {}

    /** @param body with the priority, which TM Forum spells as a number in one API and as text in another */
    public static ObjectNode noted(ObjectNode body, Step step, String text, Instant at) {
        body.putArray("note")
                .addObject()
                .put("id", step.key())
                .put("author", AUTHOR)
                .put("date", at.toString())
                .put("text", text);
        return body;
    }

    /** What to send: a merge patch replaces a list as a whole, so the notes that are there go along. */
    public static ObjectNode patch(SystemCall call, JsonNode order) {
        ObjectNode patch = call.payload().deepCopy();
        var notes = patch.arrayNode();
        order.path("note").forEach(note -> {
            if (!note.path("id").asText().equals(call.key())) {
                notes.add(note);
            }
        });
        patch.path("note").forEach(notes::add);
        patch.set("note", notes);
        return patch;
    }

    /** Done as soon as the order bears the note; the order itself may then be in any state. */
    public static Optional<Reading> read(SystemCall call, JsonNode order) {
        return proves(call, order) ? Optional.of(new Reading(State.COMPLETED, null, null, null)) : Optional.empty();
    }

    public static boolean proves(SystemCall call, JsonNode order) {
        for (var note : order.path("note")) {
            if (note.path("id").asText().equals(call.key())) {
                return true;
            }
        }
        return false;
    }

    static boolean isOurs(JsonNode note) {
        return note.path("author").asText().equals(AUTHOR);
    }
}
