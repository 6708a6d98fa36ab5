package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.callback.CallbackQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What ESOP is told when a record reaches a state: TMF state change events, or what a fault makes of them. */
@Component
class Announcements {

    static final String NO_SUCH_STATE = "archivedByMistake";
    private static final int DUPLICATES = 5;

    private final CallbackQueue queue;

    Announcements(CallbackQueue queue) {
        this.queue = queue;
    }

    void of(TmfResource resource, Stored record) {
        switch (record.manner()) {
            case SILENT -> {}
            case NORMAL, FIRST, BY_HAND -> tell(resource, record, record.state(), 1);
            case DUPLICATE -> tell(resource, record, record.state(), DUPLICATES);
            case REORDERED -> tellBackwards(resource, record);
            case WRONG_STATE -> {
                tell(resource, record, NO_SUCH_STATE, 1);
                tell(resource, record, record.state(), 1);
            }
        }
    }

    /** A record says something without reaching another state. */
    void besides(TmfResource resource, Stored record, String event, @Nullable String description) {
        tell(resource, record, record.state(), 1, event, description);
    }

    private void tellBackwards(TmfResource resource, Stored record) {
        var lifecycle = resource.lifecycle();
        if (!lifecycle.isImmediate() && !lifecycle.hasEnded(record.state())) {
            return;
        }
        tell(resource, record, record.state(), 1);
        var earlier = new ArrayList<>(lifecycle.underway());
        Collections.reverse(earlier);
        earlier.forEach(state -> tell(resource, record, state, 1));
    }

    private void tell(TmfResource resource, Stored record, String state, int copies) {
        tell(resource, record, state, copies, "StateChangeEvent", null);
    }

    private void tell(
            TmfResource resource, Stored record, String state, int copies, String what, @Nullable String description) {
        var messageId = UUID.randomUUID().toString();
        var type = resource.typeName() + what;
        var body = event(resource, record, state, messageId, type);
        if (description != null) {
            body.put("description", description);
        }
        queue.add(record.system(), record.resource(), record.id(), messageId, type, body.toString(), copies);
    }

    private static ObjectNode event(TmfResource resource, Stored record, String state, String id, String type) {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("eventId", id);
        event.put("eventTime", Instant.now().toString());
        event.put("eventType", type);
        event.put("domain", resource.kind().api());
        var told = record.body().deepCopy();
        told.put(resource.lifecycle().field(), state);
        event.putObject("event").set(resource.name(), told);
        return event;
    }
}
