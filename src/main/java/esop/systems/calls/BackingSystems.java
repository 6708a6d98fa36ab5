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

    private Map<String, BackingSystem> current() {
        if (known.isEmpty() || System.nanoTime() - readAt > FRESH.toNanos()) {
            var systems = new LinkedHashMap<String, BackingSystem>();
            DataScope.asSystem(() -> transaction.execute(status -> read()))
                    .forEach(system -> systems.put(system.id(), system));
            known = systems;
            readAt = System.nanoTime();
        }
        return known;
    }

    private List<BackingSystem> read() {
        return jdbc.sql("""
                        SELECT id, name, name_en, base_url, timeout_ms, bulkhead, supports_proof, supports_idempotency
                        FROM systems.backing_system
                        ORDER BY position
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
                            row.getBoolean("supports_idempotency"));
                })
                .list();
    }

    /** Whoever still waits for an answer after the lease would answer for a call that somebody else holds. */
    private Duration belowLease(Duration timeout) {
        var most = calls.lease().multipliedBy(2).dividedBy(5);
        return timeout.compareTo(most) < 0 ? timeout : most;
    }
}
