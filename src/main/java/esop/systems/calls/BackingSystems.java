package esop.systems.calls;

import esop.identity.DataScope;
import esop.systems.SystemsSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The systems there are; a changed row acts within seconds. */
@Component
public class BackingSystems {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final SystemsSettings settings;
    private final CallSettings calls;
    private volatile Map<String, BackingSystem> known = Map.of();
    private volatile long readAt;

    BackingSystems(JdbcClient jdbc, TransactionOperations transaction, SystemsSettings settings, CallSettings calls) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.calls = calls;
    }

    public List<BackingSystem> all() {
        return List.copyOf(current().values());
    }

    public Optional<BackingSystem> find(String id) {
        return Optional.ofNullable(current().get(id));
    }

    public BackingSystem get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no backing system " + id));
    }

    /** This node then looks again at once, the others within seconds. */
    public void changeWithThisTransaction() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known = Map.of();
            }
        });
    }

    private Map<String, BackingSystem> current() {
        var current = known;
        if (current.isEmpty() || System.nanoTime() - readAt > FRESH.toNanos()) {
            var systems = new LinkedHashMap<String, BackingSystem>();
            DataScope.asSystem(() -> transaction.execute(status -> read()))
                    .forEach(system -> systems.put(system.id(), system));
            current = systems;
            known = systems;
            readAt = System.nanoTime();
        }
        return current;
    }

    private List<BackingSystem> read() {
        return jdbc.sql("""
                        SELECT id, name, name_en, base_url, timeout_ms, bulkhead, supports_proof, supports_idempotency, client
                        FROM systems.backing_system
                        WHERE removed IS NULL
                        ORDER BY position, id
                        """)
                .query((row, number) -> {
                    var id = row.getString("id");
                    var own = settings.of(id);
                    var url = Optional.ofNullable(own.url())
                            .orElse(Optional.ofNullable(row.getString("base_url"))
                                    .orElse(settings.sandboxUrl() + "/" + id));
                    var timeout = own.timeout() != null ? own.timeout() : Duration.ofMillis(row.getLong("timeout_ms"));
                    return new BackingSystem(
                            id,
                            row.getString("name"),
                            row.getString("name_en"),
                            url,
                            belowLease(timeout),
                            own.bulkhead() != null ? own.bulkhead() : row.getInt("bulkhead"),
                            row.getBoolean("supports_proof"),
                            row.getBoolean("supports_idempotency"),
                            row.getString("client"));
                })
                .list();
    }

    /** Whoever still waits for an answer after the lease would answer for a call that somebody else holds. */
    private Duration belowLease(Duration timeout) {
        var most = calls.lease().multipliedBy(2).dividedBy(5);
        return timeout.compareTo(most) < 0 ? timeout : most;
    }
}
