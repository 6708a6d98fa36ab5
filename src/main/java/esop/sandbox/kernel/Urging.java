package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 催单: an order under way is given a note and another priority. */
public final class Urging {

    private static final int LEAST = 4;
    private static final Set<String> FIELDS = Set.of("note", "priority", "@type");

    private Urging() {}

    /** Whoever urges says something, and nothing beyond the scale of priorities. */
    public static void check(ObjectNode patch) {
        for (var note : patch.path("note")) {
            if (note.path("text").asText().isBlank()) {
                throw Refusal.unprocessable("note.text: an urge without words says nothing");
            }
        }
        var priority = patch.path("priority").asText("0");
        if (!priority.matches("[0-4]")) {
            throw Refusal.unprocessable("priority: from 0, the most urgent, to " + LEAST);
        }
    }

    /** The id of the note that an urge adds; null where the body asks for something else. */
    public static @Nullable String noteIn(ObjectNode body) {
        var notes = body.path("note");
        var urges = !notes.isEmpty() && body.properties().stream().allMatch(field -> FIELDS.contains(field.getKey()));
        return urges ? notes.get(notes.size() - 1).path("id").asText(null) : null;
    }
}
