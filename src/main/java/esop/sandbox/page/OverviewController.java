package esop.sandbox.page;

import esop.sandbox.behaviour.Behaviour;
import esop.sandbox.behaviour.Behaviours;
import esop.sandbox.fault.FaultMode;
import esop.sandbox.fault.Faults;
import esop.sandbox.kernel.Catalogue;
import esop.sandbox.kernel.OpenWork;
import esop.sandbox.kernel.OpenWork.OpenOrder;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.page.FaultController.Struck;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All systems at a glance, for the page. */
@RestController
class OverviewController {

    private static final int SHOWN = 200;

    private final Catalogue catalogue;
    private final Behaviours behaviours;
    private final Faults faults;
    private final OpenWork openWork;
    private final JdbcClient jdbc;

    OverviewController(Catalogue catalogue, Behaviours behaviours, Faults faults, OpenWork openWork, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.behaviours = behaviours;
        this.faults = faults;
        this.openWork = openWork;
        this.jdbc = jdbc;
    }

    @GetMapping("/systems")
    List<SystemSeen> systems() {
        var behaviourOf = behaviours.all();
        var struck = faults.active().stream().map(Struck::of).collect(Collectors.groupingBy(Struck::system));
        var records = jdbc.sql("""
                        SELECT system, resource, state, count(*) AS number
                          FROM sandbox.record
                         GROUP BY system, resource, state
                        """).query(StateCount.class).list();
        var asked = perSystem("SELECT system, count(*) AS number FROM sandbox.ledger WHERE writes GROUP BY system");
        var untold = perSystem(
                "SELECT system, count(*) AS number FROM sandbox.callback WHERE state = 'waiting' GROUP BY system");
        return catalogue.systems().stream()
                .map(system -> new SystemSeen(
                        system.id(),
                        system.name(),
                        system.nameEn(),
                        behaviourOf.getOrDefault(system.id(), behaviours.of(system.id())),
                        struck.getOrDefault(system.id(), List.of()),
                        asked.getOrDefault(system.id(), 0L),
                        untold.getOrDefault(system.id(), 0L),
                        catalogue.resources(system.id()).stream()
                                .map(resource -> seen(resource, records))
                                .toList()))
                .toList();
    }

    /** The newest first. */
    @GetMapping("/open")
    List<OpenOrder> open() {
        return openWork.open(SHOWN);
    }

    @GetMapping("/faults/modes")
    List<String> modes() {
        return FaultMode.words();
    }

    private Map<String, Long> perSystem(String sql) {
        return jdbc.sql(sql).query(SystemCount.class).list().stream()
                .collect(Collectors.toMap(SystemCount::system, SystemCount::number));
    }

    private static ResourceSeen seen(TmfResource resource, List<StateCount> records) {
        var states = records.stream()
                .filter(count -> count.system().equals(resource.kind().system().id())
                        && count.resource().equals(resource.name()))
                .collect(Collectors.toMap(StateCount::state, StateCount::number));
        return new ResourceSeen(
                resource.name(),
                resource.kind().label(),
                resource.kind().labelEn(),
                states.values().stream().mapToLong(Long::longValue).sum(),
                states.entrySet().stream()
                        .filter(state -> !resource.lifecycle().isSettled(state.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                states,
                resource.verbs().stream()
                        .map(verb -> resource.name() + "." + verb.name().toLowerCase())
                        .sorted()
                        .toList());
    }

    record SystemSeen(
            String id,
            String name,
            String nameEn,
            Behaviour behaviour,
            List<Struck> faults,
            long asked,
            long untold,
            List<ResourceSeen> resources) {}

    record ResourceSeen(
            String name,
            String label,
            String labelEn,
            long total,
            long open,
            Map<String, Long> states,
            List<String> operations) {}

    private record StateCount(String system, String resource, String state, long number) {}

    private record SystemCount(String system, long number) {}
}
