package esop.workflow;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * What the engine would read in each of its transactions and what changes only by a deployment or an administrator's hand, by id or key: read
 * every five seconds. What this node changes acts at once, what another one does within that time.
 */
final class Known<V> {

    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private record Read<V>(V value, long at) {}

    private final Map<String, Read<V>> read = new ConcurrentHashMap<>();

    @Nullable
    V fresh(String key) {
        var known = read.get(key);
        return known != null && System.nanoTime() - known.at() < FRESH ? known.value() : null;
    }

    void put(String key, V value) {
        read.put(key, new Read<>(value, System.nanoTime()));
    }

    /** Now, since whoever goes on in this transaction must see it, and again after the commit. */
    void forget() {
        read.clear();
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, done -> read.clear());
    }
}
