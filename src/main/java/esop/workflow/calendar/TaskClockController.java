package esop.workflow.calendar;

import esop.identity.People;
import esop.identity.Person;
import esop.workflow.calendar.ClockStops.Wish;
import esop.workflow.calendar.StopCauses.Cause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clock of one open task: by what it counts, when it stood still, and why it may be stopped. */
@RestController
@RequestMapping("/api/task-clocks/{taskId}")
class TaskClockController {

    private final ClockStops stops;
    private final ClockStopRepository repository;
    private final StopCauses causes;
    private final Calendars calendars;
    private final People people;

    TaskClockController(
            ClockStops stops, ClockStopRepository repository, StopCauses causes, Calendars calendars, People people) {
        this.stops = stops;
        this.repository = repository;
        this.causes = causes;
        this.calendars = calendars;
        this.people = people;
    }

    /**
     * @param calendar that counts: the province's where the named one is not there
     * @param stoppedMinutes working time in which it stood still, or will until its wait is over
     */
    record ClockView(
            String calendar,
            Instant started,
            String duration,
            Instant due,
            long stoppedMinutes,
            @Nullable StopView waiting,
            List<StopView> stops,
            List<Cause> causes) {}

    record StopView(
            String cause,
            String name,
            String nameEn,
            String side,
            boolean stops,
            String reason,
            String person,
            Instant since,
            Instant until,
            @Nullable Instant resumed) {}

    @GetMapping
    ClockView clock(@PathVariable String taskId) {
        return stops.within(person -> view(stops.mine(taskId, person)));
    }

    @PostMapping("/stop")
    ClockView stop(@PathVariable String taskId, @RequestBody Wish wish) {
        stops.stop(taskId, wish);
        return clock(taskId);
    }

    @PostMapping("/resume")
    ClockView resume(@PathVariable String taskId) {
        stops.resume(taskId);
        return clock(taskId);
    }

    private ClockView view(ClockedTask task) {
        var known = calendars.current();
        var named = task.clock().calendar();
        var calendar = known.of(named);
        var allowed = causes.of(task);
        var all = repository.of(task.id()).stream()
                .map(stop -> view(stop, allowed))
                .toList();
        return new ClockView(
                known.has(named) ? named : CalendarSet.PROVINCE,
                task.clock().started(),
                task.clock().duration(),
                task.due(),
                task.clock().stopped(calendar).toMinutes(),
                all.stream().filter(stop -> stop.resumed() == null).findFirst().orElse(null),
                all,
                allowed);
    }

    private StopView view(ClockStop stop, List<Cause> causes) {
        var cause = causes.stream()
                .filter(known -> known.id().equals(stop.cause()))
                .findFirst()
                .orElse(Cause.of(stop.cause(), stop.cause(), stop.cause(), stop.side(), 1));
        return new StopView(
                stop.cause(),
                cause.name(),
                cause.nameEn(),
                stop.side(),
                stop.stops(),
                stop.reason(),
                people.find(stop.person()).map(Person::name).orElse(stop.person()),
                stop.since(),
                stop.until(),
                stop.resumed());
    }
}
