package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.behaviour.Behaviours;
import esop.sandbox.fault.Fault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes, changes and takes away records, after the rules had their say. */
@Component
class Effects {

    private final Rules rules;
    private final Records records;
    private final Progress progress;
    private final Behaviours behaviours;

    Effects(Rules rules, Records records, Progress progress, Behaviours behaviours) {
        this.rules = rules;
        this.records = records;
        this.progress = progress;
        this.behaviours = behaviours;
    }

    Handled apply(Arrival arrival, ObjectNode body, @Nullable Fault fault) {
        var route = arrival.route();
        var resource = route.resource();
        return switch (route.verb()) {
            case CREATE -> create(arrival, resource, body, fault);
            case PATCH -> patch(resource, route.id(), body);
            case DELETE -> delete(resource, route.id());
            case READ, FIND -> throw new IllegalStateException("reading applies nothing");
        };
    }

    private Handled create(Arrival arrival, TmfResource resource, ObjectNode body, @Nullable Fault fault) {
        if (resource.kind().rules() != null) {
            rules.check(resource.kind().rules(), resource.createType(), body);
        }
        var externalId = ExternalIds.in(body);
        var apiUrl = arrival.baseUrl() + "/" + arrival.system() + "/tmf-api/"
                + resource.kind().api();
        var asked = new Asked(
                body,
                externalId == null ? resource.externalIdOf(body) : externalId,
                apiUrl,
                behaviours.of(arrival.system()),
                Instant.now());
        var id = records.nextId(resource);
        var record = numbered(body, id, apiUrl + "/" + resource.name() + "/" + id);
        var state = resource.prepare(record, asked);
        record.put(resource.lifecycle().field(), state);
        var stored = new Stored(
                arrival.system(),
                resource.name(),
                id,
                asked.externalId(),
                state,
                Strike.manner(fault),
                record,
                asked.at(),
                asked.at());
        records.insert(stored);
        var opened = resource.opened(stored, asked, progress);
        if (resource.lifecycle().isSettled(opened.state())
                && stored.state().equals(opened.state())
                && Strike.callsBackAtOnce(fault)) {
            progress.announce(resource, opened);
        }
        return new Handled(resource.answer(stored, asked), opened);
    }

    private Handled patch(TmfResource resource, String id, ObjectNode patch) {
        if (resource.kind().rules() != null) {
            rules.check(resource.kind().rules(), resource.patchType(), patch);
        }
        var before = locked(resource, id);
        var body = before.body().deepCopy();
        var state = resource.patch(before, body, patch);
        var externalId = patch.path("externalId").asText(before.externalId());
        if (externalId != null) {
            body.put("externalId", externalId);
        }
        var after = before.bearing(externalId).with(state, body);
        records.update(after);
        return new Handled(Answer.ok(body), after);
    }

    private Handled delete(TmfResource resource, String id) {
        var before = locked(resource, id);
        var state = resource.delete(before);
        progress.unplan(before);
        var body = before.body().deepCopy();
        body.put(resource.lifecycle().field(), state);
        var after = before.with(state, body);
        records.update(after);
        return new Handled(Answer.noContent(), after);
    }

    private Stored locked(TmfResource resource, String id) {
        return records.lock(resource.kind().system().id(), resource.name(), id)
                .orElseThrow(() -> Refusal.unknown(resource.name(), id));
    }

    /** The system's own numbers first; what the caller says of them does not count. */
    private static ObjectNode numbered(ObjectNode body, String id, String href) {
        var record = body.objectNode().put("id", id).put("href", href);
        body.properties().stream()
                .filter(field -> !record.has(field.getKey()))
                .forEach(field -> record.set(field.getKey(), field.getValue().deepCopy()));
        return record;
    }
}
