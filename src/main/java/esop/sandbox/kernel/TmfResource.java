package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One TMF resource as one system offers it. A system is a package with one of these per resource; everything else is shared. */
public interface TmfResource {

    Kind kind();

    default String name() {
        return kind().name();
    }

    Lifecycle lifecycle();

    /** The state of a record that has stopped for a while, where a person may say so. */
    default @Nullable String held() {
        return null;
    }

    /** The state of a record of which a part is done and stays, where a person may say so. */
    default @Nullable String partial() {
        return null;
    }

    default Set<Verb> verbs() {
        return Set.of(Verb.CREATE, Verb.PATCH);
    }

    default String createType() {
        return typeName() + "_Create";
    }

    default String patchType() {
        return typeName() + "_Update";
    }

    /** {@code resourceOrder} → {@code ResourceOrder}, the word of types and events. */
    default String typeName() {
        return Character.toUpperCase(name().charAt(0)) + name().substring(1);
    }

    /** The business id a request speaks of, for the ledger; the body's own {@code externalId} goes first. */
    default @Nullable String externalIdOf(ObjectNode body) {
        return null;
    }

    /** Fills in what the system itself decides, or refuses; returns the state the record begins with. */
    default String prepare(ObjectNode record, Asked asked) {
        return lifecycle().first();
    }

    /** The record exists; from here it goes on by itself. */
    default Stored opened(Stored record, Asked asked, Progress progress) {
        progress.plan(this, record, asked.behaviour());
        return record;
    }

    default Answer answer(Stored record, Asked asked) {
        return Answer.created(201, record.body(), record.body().path("href").asText());
    }

    /** Changes a record as asked, or refuses; returns its state afterwards. */
    default String patch(Stored before, ObjectNode record, ObjectNode patch) {
        Merge.into(record, patch);
        return record.path(lifecycle().field()).asText(before.state());
    }

    /** Takes a record away as asked, or refuses; returns its state afterwards. */
    default String delete(Stored before) {
        throw Refusal.notPossible(name() + " is not taken away here");
    }

    /** The record has just gone on to a state. */
    default void entered(Stored record, String state, @Nullable String reason, Instant at, Progress progress) {}
}
