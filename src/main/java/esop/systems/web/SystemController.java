package esop.systems.web;

import esop.systems.calls.BackingSystem;
import esop.systems.calls.BackingSystems;
import esop.systems.calls.SystemGuard.Health;
import esop.systems.calls.SystemGuards;
import esop.systems.web.CallQueries.Counts;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SystemController {

    private static final Counts NONE = new Counts(0, 0, 0);

    private final BackingSystems systems;
    private final SystemGuards guards;
    private final CallQueries calls;

    SystemController(BackingSystems systems, SystemGuards guards, CallQueries calls) {
        this.systems = systems;
        this.guards = guards;
        this.calls = calls;
    }

    /**
     * @param breaker as this node sees it: {@code closed}, {@code open} or {@code half-open}
     * @param health {@code up}, {@code degraded} (some calls wait for another try) or {@code down}
     */
    record SystemView(
            String id, String name, String nameEn, String breaker, String health, long pending, long failed) {}

    @GetMapping("/api/systems")
    List<SystemView> all() {
        var counts = calls.counts();
        return systems.all().stream()
                .map(system -> view(system, counts.getOrDefault(system.id(), NONE)))
                .toList();
    }

    private SystemView view(BackingSystem system, Counts counts) {
        var breaker = guards.of(system).health();
        return new SystemView(
                system.id(),
                system.name(),
                system.nameEn(),
                breaker.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                health(breaker, counts),
                counts.pending(),
                counts.failed());
    }

    private static String health(Health breaker, Counts counts) {
        if (breaker == Health.OPEN) {
            return "down";
        }
        return breaker == Health.HALF_OPEN || counts.troubled() > 0 ? "degraded" : "up";
    }
}
