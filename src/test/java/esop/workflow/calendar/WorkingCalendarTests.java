package esop.workflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTests {

    /** Monday to Thursday 08:30–12:00 and 13:30–17:30, Friday 08:30–12:00; 5 December 2026, a Saturday, makes up for the 4th. */
    private static final WorkingCalendar SHORT_FRIDAY = new WorkingCalendar(
            week(
                    List.of(new Span(510, 720), new Span(810, 1050)),
                    DayOfWeek.MONDAY,
                    DayOfWeek.TUESDAY,
                    DayOfWeek.WEDNESDAY,
                    DayOfWeek.THURSDAY,
                    List.of(new Span(510, 720)),
                    DayOfWeek.FRIDAY),
            Map.of(LocalDate.of(2026, 12, 4), false, LocalDate.of(2026, 12, 5), true),
            Set.of(2026));

    private static final WorkingCalendar ALWAYS = new WorkingCalendar(
            week(List.of(new Span(0, Span.DAY)), (Object[]) DayOfWeek.values()), Map.of(), Set.of());

    /** A shift that ends at midnight. */
    private static final WorkingCalendar EVENINGS = new WorkingCalendar(
            week(List.of(new Span(1080, Span.DAY)), DayOfWeek.MONDAY, DayOfWeek.TUESDAY), Map.of(), Set.of(2026));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-11-26T16:00, P1D,   2026-11-27T12:00
                    2026-11-26T16:00, P2D,   2026-11-30T16:00
                    2026-11-26T17:00, PT1H,  2026-11-27T09:00
                    2026-11-26T12:30, PT0S,  2026-11-26T13:30
                    2026-11-27T11:00, PT2H,  2026-11-30T09:30
                    # a Friday off, worked on Saturday like a Monday
                    2026-12-03T16:00, P1D,   2026-12-05T16:00
                    2026-12-05T17:00, PT1H,  2026-12-07T09:00
                    """)
    void hoursDifferByWeekday(LocalDateTime from, String duration, LocalDateTime due) {
        assertThat(SHORT_FRIDAY.plus(shanghai(from), WorkingDuration.parse(duration)))
                .isEqualTo(shanghai(due));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-10-01T23:00, PT4H,   2026-10-02T03:00
                    2026-10-03T00:00, P1D,    2026-10-04T00:00
                    2026-12-31T20:00, PT24H,  2027-01-01T20:00
                    2026-11-27T10:00, P1DT1H, 2026-11-28T11:00
                    """)
    void aroundTheClockKnowsNoHolidays(LocalDateTime from, String duration, LocalDateTime due) {
        assertThat(ALWAYS.plus(shanghai(from), WorkingDuration.parse(duration))).isEqualTo(shanghai(due));
        assertThat(ALWAYS.isBeyond(shanghai(due))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-11-23T18:00, PT6H, 2026-11-24T00:00
                    2026-11-24T00:00, PT0S, 2026-11-24T00:00
                    2026-11-24T00:00, PT1H, 2026-11-24T19:00
                    2026-11-24T00:00, P1D,  2026-11-25T00:00
                    """)
    void midnightStillBelongsToTheDayThatEndsWithIt(LocalDateTime from, String duration, LocalDateTime due) {
        var result = EVENINGS.plus(shanghai(from), WorkingDuration.parse(duration));

        assertThat(result).isEqualTo(shanghai(due));
        assertThat(EVENINGS.isWorking(result)).isTrue();
    }

    @Test
    void whatIsAddedCanBeMeasuredAndNeverRunsBackwards() {
        var random = new Random(20261127);
        var start = shanghai(LocalDateTime.of(2025, 1, 1, 0, 0));
        for (var calendar : List.of(SHORT_FRIDAY, ALWAYS, EVENINGS)) {
            for (var round = 0; round < 500; round++) {
                var from = start.plusSeconds(random.nextInt(3 * 365 * 24 * 3600));
                var time = Duration.ofMinutes(random.nextInt(3_000));
                var due = calendar.plus(from, WorkingDuration.of(time));
                assertThat(calendar.between(from, due)).isEqualTo(time);
                assertThat(calendar.isWorking(due)).isTrue();
                var days = new WorkingDuration(random.nextInt(10), Duration.ZERO);
                assertThat(calendar.plus(from.plusSeconds(random.nextInt(300_000)), days))
                        .isAfterOrEqualTo(calendar.plus(from, days));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-11-26T09:00, 2026-11-26T08:30, 2026-11-26T12:00
                    2026-11-26T12:30, 2026-11-26T13:30, 2026-11-26T17:30
                    2026-11-27T15:00, 2026-11-30T08:30, 2026-11-30T12:00
                    2026-12-05T09:00, 2026-12-05T08:30, 2026-12-05T12:00
                    """)
    void theWorkingHoursAreThoseThatGoOnOrComeNext(LocalDateTime at, LocalDateTime from, LocalDateTime until) {
        assertThat(SHORT_FRIDAY.hoursAt(shanghai(at)))
                .isEqualTo(new WorkingCalendar.Hours(shanghai(from), shanghai(until)));
    }

    @Test
    void aYearThatIsNotLoadedIsBeyond() {
        assertThat(SHORT_FRIDAY.isBeyond(shanghai(LocalDateTime.of(2026, 12, 31, 10, 0))))
                .isFalse();
        assertThat(SHORT_FRIDAY.isBeyond(shanghai(LocalDateTime.of(2027, 1, 1, 10, 0))))
                .isTrue();
    }

    @Test
    void aStoppedClockMovesTheDueTimeByTheWorkingTimeThatWasStopped() {
        // Thursday 10:00, one day: Friday 10:00. Stopped from Thursday 16:00 to Friday 09:00: two working hours.
        var clock = new TaskClock("t", "c", shanghai("2026-11-26T10:00"), "P1D", List.of());
        var stopped = new TaskClock(
                "t",
                "c",
                shanghai("2026-11-26T10:00"),
                "P1D",
                List.of(new TaskClock.Stop(shanghai("2026-11-26T16:00"), shanghai("2026-11-27T09:00"))));

        assertThat(clock.due(SHORT_FRIDAY)).isEqualTo(shanghai("2026-11-27T10:00"));
        assertThat(stopped.due(SHORT_FRIDAY)).isEqualTo(shanghai("2026-11-27T12:00"));
        assertThat(stopped.stopped(SHORT_FRIDAY)).isEqualTo(Duration.ofHours(2));
        // half of the 7.5 hours is used up before the stop, four fifths only after it
        assertThat(stopped.used(SHORT_FRIDAY, 50)).isEqualTo(shanghai("2026-11-26T15:15"));
        assertThat(stopped.used(SHORT_FRIDAY, 80)).isEqualTo(shanghai("2026-11-27T10:30"));
        assertThat(stopped.used(SHORT_FRIDAY, 90)).isEqualTo(shanghai("2026-11-27T11:15"));
    }

    @SuppressWarnings("unchecked")
    private static TreeMap<DayOfWeek, List<Span>> week(List<Span> first, Object... rest) {
        var week = new TreeMap<DayOfWeek, List<Span>>();
        var spans = first;
        for (var each : rest) {
            if (each instanceof DayOfWeek day) {
                week.put(day, spans);
            } else {
                spans = (List<Span>) each;
            }
        }
        return week;
    }

    private static Instant shanghai(String local) {
        return shanghai(LocalDateTime.parse(local));
    }

    private static Instant shanghai(LocalDateTime local) {
        return local.atZone(WorkingCalendar.ZONE).toInstant();
    }
}
