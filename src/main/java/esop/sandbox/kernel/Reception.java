package esop.sandbox.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.fault.Fault;
import esop.sandbox.kernel.Ledger.Applied;
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
    private final Effects effects;
    private final ObjectMapper sorted;

    Reception(
            TransactionTemplate transaction, Ledger ledger, StoredAnswers answers, Effects effects, ObjectMapper json) {
        this.transaction = transaction;
        this.ledger = ledger;
        this.answers = answers;
        this.effects = effects;
        this.sorted = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** Refusals leave no trace but the ledger's; the same key may then ask again. */
    Handled handle(Arrival arrival, ObjectNode body, @Nullable Fault fault) {
        return transaction.execute(status -> {
            var key = arrival.idempotencyKey();
            if (key != null) {
                var hash = requestHash(arrival, body);
                if (!answers.claim(arrival.system(), key, hash)) {
                    return again(arrival, key, hash, fault);
                }
            }
            var handled = effects.apply(arrival, body, fault);
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
