package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.SystemUnavailableException;
import esop.systems.calls.Exchange.Answered;
import esop.systems.calls.Exchange.Refused;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Asks a system while a person waits: at once or not at all. */
@Component
public class SystemReads {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BackingSystems systems;
    private final SystemGuards guards;
    private final SystemClient client;

    SystemReads(BackingSystems systems, SystemGuards guards, SystemClient client) {
        this.systems = systems;
        this.guards = guards;
        this.client = client;
    }

    /** Empty for 404; {@link SystemUnavailableException} where there is no answer. */
    public Optional<JsonNode> get(String id, String path) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a backing system is never asked within a transaction");
        }
        var system = systems.get(id);
        var guard = guards.ofReads(system);
        if (!guard.tryEnter()) {
            throw new SystemUnavailableException(id, new IllegalStateException("its breaker is open or too many ask"));
        }
        var started = System.nanoTime();
        var within = system.timeout().compareTo(PATIENCE) < 0 ? system.timeout() : PATIENCE;
        var exchange = client.exchange(system, Request.get(path), null, within);
        var took = Duration.ofNanos(System.nanoTime() - started);
        if (exchange.systemIsWell()) {
            guard.answered(took);
        } else {
            guard.silent(took);
        }
        if (exchange instanceof Answered answered) {
            return Optional.of(answered.body());
        }
        if (exchange instanceof Refused refused && refused.status() == 404) {
            return Optional.empty();
        }
        throw new SystemUnavailableException(id, new IllegalStateException(exchange.toString()));
    }
}
