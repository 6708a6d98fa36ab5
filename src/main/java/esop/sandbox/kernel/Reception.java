package esop.sandbox.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.behaviour.Behaviours;
import esop.sandbox.fault.Fault;
import esop.sandbox.kernel.Ledger.Applied;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies what is asked, once per key: effect, stored answer and ledger entry are one transaction. */
@Component
class Reception {

    private final TransactionTemplate transaction;
    private final Ledger ledger;
    private final StoredAnswers answers;
    private final Rules rules;
    private final Records records;
    private final Progress progress;
    private final Behaviours behaviours;
    private final ObjectMapper sorted;

    Reception(
            TransactionTemplate transaction,
            Ledger ledger,
            StoredAnswers answers,
            Rules rules,
            Records records,
            Progress progress,
            Behaviours behaviours,
            ObjectMapper json) {
        this.transaction = transaction;
        this.ledger = ledger;
        this.answers = answers;
        this.rules = rules;
        this.records = records;
        this.progress = progress;
        this.behaviours = behaviours;
        this.sorted = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** What was answered and about which record. */
    record Handled(Answer answer, @Nullable Stored record) {}

    /** Refusals leave no trace but the ledger's; the same key may then ask again. */
    Handled handle(Arrival arrival, Route route, ObjectNode body, @Nullable Fault fault) {
        return transaction.execute(status -> {
            var key = arrival.idempotencyKey();
            if (key != null) {
                var hash = requestHash(arrival, body);
                if (!answers.claim(arrival.system(), key, hash)) {
                    return again(arrival, key, hash, fault);
                }
            }
            var handled = apply(arrival, route, body, fault);
            var record = Optional.ofNullable(handled.record()).map(Stored::id).orElse(null);
            if (key != null) {
                answers.store(arrival.system(), key, handled.answer(), record);
            }
            ledger.settled(arrival.number(), Applied.YES, Strike.status(fault, handled.answer()), record);
            return handled;
        });
    }

    private Handled again(Arrival arrival, String key, String hash, @Nullable Fault fault) {
        var kept = answers.find(arrival.system(), key).orElseThrow();
        if (kept.requestHash().equals(hash)) {
            ledger.settled(arrival.number(), Applied.DUPLICATE, Strike.status(fault, kept.answer()), kept.recordId());
            return new Handled(kept.answer(), null);
        }
        var conflict = Answer.error(
                422, "idempotencyKeyConflict", "this Idempotency-Key was used for another request: " + key);
        ledger.settled(arrival.number(), Applied.CONFLICT, Strike.status(fault, conflict), kept.recordId());
        return new Handled(conflict, null);
    }

    private Handled apply(Arrival arrival, Route route, ObjectNode body, @Nullable Fault fault) {
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
        var record = body.objectNode();
        record.put("id", id).put("href", apiUrl + "/" + resource.name() + "/" + id);
        body.properties().stream()
                .filter(field -> !record.has(field.getKey()))
                .forEach(field -> record.set(field.getKey(), field.getValue().deepCopy()));
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
        var externalId = ExternalIds.in(patch);
        if (externalId != null) {
            body.put("externalId", externalId);
        }
        var after = before.bearing(externalId == null ? before.externalId() : externalId)
                .with(state, body);
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

    /** Over the meaning, not the bytes: blanks and the order of fields do not make another request. */
    private String requestHash(Arrival arrival, ObjectNode body) {
        try {
            var canonical = sorted.writeValueAsString(sorted.treeToValue(body, Object.class));
            return Hashes.of(arrival.method() + " " + arrival.path() + "\n" + canonical);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
