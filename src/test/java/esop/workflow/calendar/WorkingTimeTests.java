package esop.workflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import esop.EsopTest;
import esop.workflow.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class WorkingTimeTests {

    @Autowired
    private WorkingTime workingTime;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # an ordinary week
                    2026-11-23T10:00, P1D,    2026-11-24T10:00
                    2026-11-23T10:00, PT1H,   2026-11-23T11:00
                    2026-11-23T10:00, PT4H,   2026-11-23T15:30
                    2026-11-23T14:00, PT4H,   2026-11-23T18:00
                    2026-11-23T14:00, PT4H1M, 2026-11-24T09:01
                    2026-11-23T12:30, P1D,    2026-11-24T13:30
                    2026-11-23T12:30, PT30M,  2026-11-23T14:00
                    2026-11-23T18:00, P1D,    2026-11-24T18:00
                    2026-11-23T10:00, P1DT2H, 2026-11-24T12:00
                    # what comes in at night counts from the morning
                    2026-11-23T23:59:59, P1D, 2026-11-25T09:00
                    2026-11-24T00:00, P1D,    2026-11-25T09:00
                    2026-11-24T00:00, PT0S,   2026-11-24T09:00
                    # Friday evening, Saturday, Friday noon
                    2026-11-27T19:00, P1D,    2026-12-01T09:00
                    2026-11-28T10:00, PT4H,   2026-11-30T14:30
                    2026-11-27T11:00, P1D,    2026-11-30T11:00
                    2026-11-27T16:00, PT4H,   2026-11-30T11:00
                    # Spring Festival 2026: 14 February (Saturday) works, 15 to 23 February rest, 28 February (Saturday) works
                    2026-02-13T10:00, P1D,    2026-02-14T10:00
                    2026-02-14T10:00, P1D,    2026-02-24T10:00
                    2026-02-18T10:00, PT4H,   2026-02-24T14:30
                    2026-02-27T10:00, P1D,    2026-02-28T10:00
                    2026-02-28T10:00, P1D,    2026-03-02T10:00
                    # make-up Sundays
                    2026-01-01T10:00, P1D,    2026-01-05T09:00
                    2026-09-18T17:00, PT2H,   2026-09-20T10:00
                    2025-04-25T10:00, P1D,    2025-04-27T10:00
                    # National Day and Mid-Autumn Festival 2025 together, eight days
                    2025-09-30T10:00, P1D,    2025-10-09T10:00
                    2025-10-10T10:00, P1D,    2025-10-11T10:00
                    # over the turn of the year, and beyond what is loaded: Monday to Friday
                    2026-12-31T17:00, PT2H,   2027-01-04T10:00
                    2030-10-01T10:00, P1D,    2030-10-02T10:00
                    """)
    void dueTimesFollowTheCalendar(LocalDateTime from, String duration, LocalDateTime due) {
        assertThat(workingTime.plus(shanghai(from), duration)).isEqualTo(shanghai(due));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "1D", "P1W", "P1M", "P1Y", "-P1D", "P-1D", "PT4", "P1DT", "PT99999999H"})
    void whatIsNoWorkingDurationIsRefused(String duration) {
        assertThatIllegalArgumentException().isThrownBy(() -> workingTime.plus(Instant.now(), duration));
    }

    @Test
    void everyDueTimeLiesInWorkingTimeAndLaterStartsAreNeverDueEarlier() {
        var random = new Random(20261123);
        var start = Instant.parse("2025-01-01T00:00:00Z");
        for (var round = 0; round < 2_000; round++) {
            var from = start.plusSeconds(random.nextInt(3 * 365 * 24 * 3600));
            var duration = random.nextBoolean() ? "P" + random.nextInt(15) + "D" : "PT" + random.nextInt(3_000) + "M";
            var due = workingTime.plus(from, duration);
            assertThat(workingTime.isWorking(due))
                    .as("%s + %s = %s", from, duration, due)
                    .isTrue();
            assertThat(due).isAfterOrEqualTo(from);
            assertThat(workingTime.plus(from.plusSeconds(random.nextInt(200_000)), duration))
                    .isAfterOrEqualTo(due);
        }
    }

    @Test
    void hoursAddUp() {
        var random = new Random(7);
        var start = Instant.parse("2025-01-01T00:00:00Z");
        for (var round = 0; round < 500; round++) {
            var from = start.plus(Duration.ofMinutes(random.nextInt(2 * 365 * 24 * 60)));
            var first = random.nextInt(2_000);
            var second = random.nextInt(2_000);
            var inTwoSteps = workingTime.plus(workingTime.plus(from, "PT" + first + "M"), "PT" + second + "M");
            assertThat(inTwoSteps).isEqualTo(workingTime.plus(from, "PT" + (first + second) + "M"));
        }
    }

    private static Instant shanghai(LocalDateTime local) {
        return local.atZone(WorkingCalendar.ZONE).toInstant();
    }
}
