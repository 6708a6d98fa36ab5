package esop.workflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import esop.workflow.calendar.TaskClock.Stop;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A clock of two working days that began on Thursday, 26 November 2026, at 10:00 and is due on Monday at 10:00. */
class TaskTimeTests {

    private static final WorkingCalendar OFFICE = office();
    private static final TaskClock CLOCK = new TaskClock("t", "office", at("2026-11-26T10:00"), "P2D", List.of());
    private static final Instant DUE = at("2026-11-30T10:00");

    @Test
    void overTheWeekendNothingRunsOff() {
        var friday = time(null, "2026-11-27T17:00");

        assertThat(DUE).isEqualTo(CLOCK.due(OFFICE));
        assertThat(friday.from()).isEqualTo(at("2026-11-27T13:30"));
        assertThat(friday.until()).isEqualTo(at("2026-11-27T18:00"));
        assertThat(friday.left()).isEqualTo(Duration.ofHours(6).toSeconds());
        assertThat(friday.whole()).isEqualTo(Duration.ofHours(16).toSeconds());
        assertThat(friday.day()).isEqualTo(Duration.ofHours(8).toSeconds());
        assertThat(friday.stopped()).isFalse();
        assertThat(time(null, "2026-11-29T12:00").from()).isEqualTo(at("2026-11-30T08:30"));
        assertThat(time(null, "2026-11-29T12:00").left())
                .isEqualTo(Duration.ofMinutes(90).toSeconds());
    }

    @Test
    void howLateItIsIsCountedInWorkingTimeToo() {
        assertThat(time(null, "2026-12-01T09:00").left())
                .isEqualTo(-Duration.ofHours(6).plusMinutes(30).toSeconds());
    }

    @Test
    void whileItStandsStillWhatWasLeftIsLeft() {
        var stop = new Stop(at("2026-11-27T17:00"), at("2026-12-02T08:30"));
        var due = new TaskClock("t", "office", CLOCK.started(), "P2D", List.of(stop)).due(OFFICE);

        for (var now : List.of("2026-11-27T17:00", "2026-11-30T15:00", "2026-12-02T08:30")) {
            var time = TaskTime.of(CLOCK, OFFICE, due, stop, at(now));
            assertThat(time.left()).isEqualTo(Duration.ofMinutes(150).toSeconds());
            assertThat(time.stopped()).isTrue();
            assertThat(time.from()).isNull();
        }
    }

    @Test
    void whatWasLateWhenItWasStoppedDoesNotGrowLater() {
        var stop = new Stop(at("2026-11-30T11:00"), at("2026-12-10T08:30"));

        assertThat(time(stop, "2026-12-05T10:00").left())
                .isEqualTo(-Duration.ofHours(1).toSeconds());
    }

    @Test
    void aYearThatIsNotLoadedIsSaidWhicheverItIs() {
        assertThat(time(null, "2026-11-27T17:00").beyond()).isFalse();
        assertThat(TaskTime.of(CLOCK, OFFICE, at("2027-01-04T10:00"), null, at("2027-01-04T09:00"))
                        .beyond())
                .isTrue();
    }

    private static TaskTime time(Stop stop, String now) {
        return TaskTime.of(CLOCK, OFFICE, DUE, stop, at(now));
    }

    private static WorkingCalendar office() {
        var hours = new TreeMap<DayOfWeek, List<Span>>();
        for (var day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
            hours.put(day, List.of(new Span(510, 720), new Span(810, 1080)));
        }
        return new WorkingCalendar(hours, Map.of(), Set.of(2026));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
    }
}
