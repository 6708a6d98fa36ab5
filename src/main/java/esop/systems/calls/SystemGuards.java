package esop.systems.calls;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** One guard per system and kind of use, for the life of the node; a changed bulkhead acts after a restart. */
@Component
public class SystemGuards {

    private final CallSettings settings;
    private final MeterRegistry meters;
    private final ConcurrentMap<String, SystemGuard> forCalls = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, SystemGuard> forReads = new ConcurrentHashMap<>();

    SystemGuards(CallSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    public SystemGuard of(BackingSystem system) {
        return forCalls.computeIfAbsent(system.id(), id -> {
            var guard = new SystemGuard(system, settings.breaker());
            Gauge.builder("esop.systems.breaker", guard, each -> each.health().ordinal())
                    .description("0 closed, 1 open, 2 half open")
                    .tag("system", id)
                    .register(meters);
            return guard;
        });
    }

    /** Reads that a person waits for have places of their own, so that a backlog of calls cannot starve them. */
    public SystemGuard ofReads(BackingSystem system) {
        return forReads.computeIfAbsent(system.id(), id -> new SystemGuard(system, settings.breaker()));
    }
}
