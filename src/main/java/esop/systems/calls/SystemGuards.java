package esop.systems.calls;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** One guard per system and kind of use, for the life of the node; a changed bulkhead acts after a restart. */
@Component
public class SystemGuards {

    private final CallSettings settings;
    private final ConcurrentMap<String, SystemGuard> forCalls = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, SystemGuard> forReads = new ConcurrentHashMap<>();

    SystemGuards(CallSettings settings) {
        this.settings = settings;
    }

    public SystemGuard of(BackingSystem system) {
        return forCalls.computeIfAbsent(system.id(), id -> new SystemGuard(system, settings.breaker()));
    }

    /** Reads that a person waits for have places of their own, so that a backlog of calls cannot starve them. */
    public SystemGuard ofReads(BackingSystem system) {
        return forReads.computeIfAbsent(system.id(), id -> new SystemGuard(system, settings.breaker()));
    }
}
